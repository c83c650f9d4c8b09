package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.persistence.DefaultValue;
import io.stockassistant.shared.persistence.RenamedFrom;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;

/** Models with keys, rules, indexes, comments and references. */
final class TableModels {

    private TableModels() {}

    enum Side {
        BUY,
        SELL
    }

    @Entity
    @Table(name = "orders", comment = "What was ordered; a table that's \\ quoted.", options = "WITH (fillfactor = 70)")
    @RenamedFrom("order_old")
    record OrderModel(
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Column(comment = "Assigned.")
            Integer id,

            @RenamedFrom("kind") @Column(unique = true) String code) {}

    @Entity
    @IdClass(LineModel.Key.class)
    record LineModel(String text, @Id Integer zNumber, @Id Integer aOrder) {

        record Key(Integer zNumber, Integer aOrder) {}
    }

    @Entity
    record TicketModel(
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets")
            @SequenceGenerator(
                    name = "tickets",
                    sequenceName = "ticket_numbers",
                    initialValue = 100,
                    allocationSize = 10,
                    options = "CACHE 5")
            @DefaultValue("nextval('shop.ticket_numbers')")
            Long id) {}

    @Entity
    @Table(
            uniqueConstraints = {
                @UniqueConstraint(columnNames = {"year", "number"}),
                @UniqueConstraint(name = "uq_own", columnNames = "number", options = "DEFERRABLE INITIALLY DEFERRED")
            },
            check = {
                @CheckConstraint(constraint = "year > 2000 AND number <> 'number year'"),
                @CheckConstraint(name = "ck_own", constraint = "number > ''")
            },
            indexes = {
                @Index(columnList = "side, year desc"),
                @Index(name = "ix_own", columnList = "year"),
                @Index(name = "ix_lower", columnList = "(lower(number)), year"),
                @Index(columnList = "number", options = "WHERE year > 2010"),
                @Index(columnList = "side,number", unique = true),
                @Index(columnList = "placed_at", options = "INCLUDE (year)")
            })
    record RuleModel(
            @Id Integer id,
            int year,
            String number,

            @Enumerated(EnumType.STRING) @Column(length = 4) Side side,

            @Column(check = @CheckConstraint(constraint = "price >= 0"))
            Integer price,

            Instant placedAt) {}

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "code", options = "NULLS NOT DISTINCT"))
    record NullsModel(@Id Integer id, String code) {}

    @Entity
    static final class ChildModel {
        @Id
        Integer id;

        @ManyToOne(optional = false)
        OrderModel order;

        @ManyToOne
        @JoinColumn(
                name = "parent",
                foreignKey = @ForeignKey(name = "fk_own", options = "ON DELETE CASCADE DEFERRABLE"))
        ChildModel above;
    }

    @MappedSuperclass
    abstract static class Audited {
        @Column(nullable = false)
        Instant zCreated;
    }

    @Embeddable
    record Money(
            @Column(nullable = false) Long zAmount,
            @Column(length = 3) String currency) {}

    @Entity
    static final class BillModel extends Audited {
        static final int NONE = 0;

        @Id
        Integer no;

        @Embedded
        Money total;

        transient int seen;
        String remark;
    }

    @Entity
    record HTTPServerWithAVeryLongNameThatGoesOnAndOnModel(
            @Id Integer id, @Column(unique = true) String aPropertyWithANameThatIsLongToo) {}
}
