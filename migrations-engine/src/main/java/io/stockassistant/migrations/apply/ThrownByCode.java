package io.stockassistant.migrations.apply;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What the code of a class threw.
 *
 * @param className of the class that was called
 */
public record ThrownByCode(Throwable thrown, String className) {

    private static final int MOST_CAUSES = 20;

    /** What the server refused, if that is the cause. */
    public Optional<SQLException> findSql() {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The line of the class's own source. */
    public Optional<Integer> findLine() {
        for (StackTraceElement each : thrown.getStackTrace()) {
            if (isOf(className, each.getClassName()) && each.getLineNumber() > 0) {
                return Optional.of(each.getLineNumber());
            }
        }
        return Optional.empty();
    }

    /** Whether a class is this one, or is written inside it. */
    static boolean isOf(String className, String other) {
        return other.equals(className) || other.startsWith(className + "$");
    }
}
