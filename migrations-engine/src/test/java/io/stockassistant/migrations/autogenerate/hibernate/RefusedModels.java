package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;

/** Models that ask for what cannot be, or not in this way. */
final class RefusedModels {

    private RefusedModels() {}

    record NotAModel(Integer id) {}

    @Entity
    @Table(schema = "elsewhere")
    record ElsewhereModel(@Id Integer id) {}

    @Entity
    record KeylessModel(Integer id) {}

    @Entity
    record TwoKeysModel(@Id Integer a, @Id Integer b) {}

    @Entity
    @IdClass(OtherKeyModel.Key.class)
    record OtherKeyModel(@Id Integer a, @Id Integer b) {
        record Key(Integer a, Integer c) {}
    }

    @Entity
    record CounterModel(
            @Id @GeneratedValue(strategy = GenerationType.TABLE)
            Integer id) {}

    @Entity
    record SomehowModel(@Id @GeneratedValue Integer id) {}

    @Entity
    record NoSequenceModel(
            @Id @GeneratedValue(strategy = GenerationType.SEQUENCE)
            Integer id) {}

    @Entity
    record FilledTwiceModel(
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @DefaultValue("7")
            Integer id) {}

    @Entity
    @Table(indexes = @Index(name = "uq_part", columnList = "code", unique = true, options = "WHERE live"))
    record UniquePartialModel(@Id Integer id, String code, boolean live) {}

    @Entity
    @Table(indexes = @Index(columnList = "(lower(code))", unique = true))
    record UniqueExpressionModel(@Id Integer id, String code) {}

    @Entity
    @Table(indexes = @Index(columnList = "code desc", unique = true))
    record UniqueOrderModel(@Id Integer id, String code) {}

    @Entity
    @Table(indexes = @Index(name = "ix_two", columnList = "(coalesce(code, name))"))
    record ExpressionModel(@Id Integer id, String code, String name) {}

    @Entity
    @Table(indexes = @Index(columnList = "(lower(code))"))
    record UnnamedExpressionModel(@Id Integer id, String code) {}

    @Entity
    @Table(indexes = @Index(columnList = "placedAt"), uniqueConstraints = @UniqueConstraint(columnNames = "codes"))
    record UnknownColumnModel(@Id Integer id, String placedAt) {}

    @Entity
    @Table(check = {@CheckConstraint(constraint = "id > 0"), @CheckConstraint(constraint = "id < 9")})
    record TwoChecksModel(@Id Integer id) {}

    record Money(Long amount) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    record Plain(Long amount) {}

    @Entity
    record ForeignTypeModel(@Id Integer id, Money money, Plain plain, Map<String, String> map, List<Plain> list) {}

    @Entity
    @Table(name = "same")
    record OneModel(@Id Integer id) {}

    @Entity
    @Table(name = "same")
    record OtherModel(@Id Integer id) {}

    @Embeddable
    record Range(Integer low) {}

    @Entity
    record RangesModel(
            @Id Integer id, @Embedded Range first, @Embedded Range second) {}

    @Entity
    static final class ReferringModel {
        @Id
        Integer id;

        @ManyToOne
        OneModel one;
    }

    @Entity
    record EnumsModel(
            @Id Integer id,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "part")
            Month month,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "part")
            DayOfWeek day) {}

    @Entity
    record AModelWhoseNameIsSoVeryLongThatTheServerWouldCutItOffSilentlyModel(
            @Id Integer id, String aPropertyWhoseNameIsSoVeryLongThatTheServerWouldCutItOffToo) {}
}
