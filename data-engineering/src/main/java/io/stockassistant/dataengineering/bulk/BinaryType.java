package io.stockassistant.dataengineering.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;

/** The types that can be written in bulk, as PostgreSQL's binary COPY has them. */
enum BinaryType {
    TEXT {
        @Override
        void write(Object value, BinaryRows target) throws SQLException {
            target.bytes(((String) value).getBytes(StandardCharsets.UTF_8));
        }
    },
    DATE {
        @Override
        void write(Object value, BinaryRows target) throws SQLException {
            LocalDate day = (LocalDate) value;
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw new IllegalArgumentException(day + " is no day of the calendar that PostgreSQL keeps, "
                        + FIRST_DAY + " to " + LAST_DAY + ": correct the day");
            }
            target.number((int) (day.toEpochDay() - DAYS_TO_2000));
        }
    },
    DOUBLE {
        @Override
        void write(Object value, BinaryRows target) throws SQLException {
            target.number(Double.doubleToRawLongBits((Double) value));
        }
    };

    private static final LocalDate FIRST_DAY = LocalDate.of(-4713, 11, 24);
    private static final LocalDate LAST_DAY = LocalDate.of(5874897, 12, 31);

    // PostgreSQL counts days from 2000-01-01.
    private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    abstract void write(Object value, BinaryRows target) throws SQLException;

    static BinaryType of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type == Double.class) {
            return DOUBLE;
        }
        throw new IllegalArgumentException(
                type.getName() + " cannot be written in bulk: use String, LocalDate or Double, or add its binary form");
    }
}
