package io.stockassistant.migrations.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long a test class waits for its database, and for its end. No test: {@code -Dtest=CopiesBenchmark} runs it. */
final class CopiesBenchmark {

    private static final int COPIES = 50;

    @Test
    void ofAllModules() throws SQLException {
        long begun = System.nanoTime();
        copyAndConnect(); // migrates the template
        long first = milliseconds(begun);
        List<Long> made = new ArrayList<>();
        List<Long> dropped = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            long start = System.nanoTime();
            MigratedCopy copy = copyAndConnect();
            made.add(milliseconds(start));
            long end = System.nanoTime();
            copy.close();
            dropped.add(milliseconds(end));
        }
        System.out.println(
                "server and template " + first + " ms; copies: " + summary(made) + "; drops: " + summary(dropped));
    }

    private static MigratedCopy copyAndConnect() throws SQLException {
        MigratedCopy copy = MigratedCopy.of(Set.of());
        try (Connection connection = copy.dataSource().getConnection()) {
            connection.isValid(1);
        }
        return copy;
    }

    private static String summary(List<Long> times) {
        Collections.sort(times);
        return "median " + times.get(times.size() / 2) + " ms, slowest " + times.get(times.size() - 1) + " ms";
    }

    private static long milliseconds(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
