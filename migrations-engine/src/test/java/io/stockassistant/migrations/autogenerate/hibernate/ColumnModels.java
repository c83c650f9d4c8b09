package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.persistence.DefaultValue;
import io.stockassistant.shared.persistence.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Properties of all sorts, and the columns that they are to have. */
final class ColumnModels {

    private ColumnModels() {}

    enum Size {
        LARGE,
        @RenamedFrom("TINY")
        SMALL
    }

    enum Unit {
        METRE("m"),
        FEET("'");

        @EnumeratedValue
        final String sign;

        Unit(String sign) {
            this.sign = sign;
        }
    }

    @Entity
    @SuppressWarnings("ArrayRecordComponent")
    record TextModel(
            @Id Integer id,
            String plain,
            @Column(length = 20) String shorter,
            @Lob String large,
            @Column(columnDefinition = "text") String written,

            @Column(length = 3, columnDefinition = "char(2)")
            String writtenAndLength,

            @Column(options = "COLLATE \"C\"") String collated,
            Character letter,
            @Column(columnDefinition = "jsonb") String json,
            @Column(columnDefinition = "jsonb") Map<String, String> map,
            UUID uuid,
            byte[] bytes,
            @Lob byte[] largeBytes,
            InetAddress address) {}

    @Entity
    record NumberModel(
            @Id Long id,
            short small,
            int whole,
            Long large,
            Float real,
            Double twice,
            BigDecimal exact,
            @Column(precision = 8, scale = 2) BigDecimal price,
            @Column(precision = 8) BigDecimal noScale,
            BigInteger endless,
            boolean is,
            Boolean may,
            @Column(nullable = false) Boolean must,
            @Column(columnDefinition = "serial") Integer counted,

            @Column(options = "GENERATED ALWAYS AS (whole * 2) STORED")
            Integer twofold,

            @Version int version) {}

    @Entity
    record TimeModel(
            @Id Integer id,
            Instant instant,
            @Column(secondPrecision = 3) Instant millis,
            @Column(columnDefinition = "timestamptz(2)") Instant written,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDateTime local,
            @Column(secondPrecision = 6) LocalDateTime localMicros,
            LocalDate date,
            LocalTime time,
            @Column(secondPrecision = 0) LocalTime seconds,
            OffsetTime offsetTime,
            @Column(columnDefinition = "interval") Duration duration) {}

    @Entity
    @SuppressWarnings("ArrayRecordComponent")
    record ArrayModel(
            @Id Integer id,
            List<String> list,
            @Column(length = 10) String[] array,
            int[] numbers,
            List<Instant> times,
            @Column(columnDefinition = "numeric(8, 2)[]") List<BigDecimal> prices) {}

    @Entity
    record EnumModel(
            @Id Integer id,
            Size ordinal,

            @Enumerated(EnumType.STRING) @Column(length = 10)
            Size named,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(10)")
            Size open,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "size", nullable = false) @DefaultValue("'SMALL'")
            Size type,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "size[]")
            List<Size> types,

            @Enumerated(EnumType.STRING) @Column(columnDefinition = "unit")
            Unit unit) {}

    @Entity
    record DefaultModel(
            @Id Integer id,
            @DefaultValue("50") Integer number,
            @DefaultValue("'it''s'") String text,

            @Column(nullable = false) @DefaultValue("CURRENT_TIMESTAMP")
            Instant now,

            @Column(options = "DEFAULT gen_random_uuid()") UUID options,

            @DefaultValue("'{}'") @Column(columnDefinition = "jsonb")
            String json,

            @DefaultValue("2 * 25") int expression) {}

    /** Its columns are to stand as they do here, and what is not stored is none of them. */
    @Entity
    record OrderModel(
            @Column(name = "order") String order,
            @Id Integer zebra,
            String apple,
            @Column(name = "Weird Name") String weird,
            String select,
            @Transient String not) {}
}
