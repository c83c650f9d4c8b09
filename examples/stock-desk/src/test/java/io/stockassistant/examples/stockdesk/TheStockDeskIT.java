package io.stockassistant.examples.stockdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar stock-desk.jar}, in an environment that says nothing of databases but what a test adds. */
@MigratedDatabase("data-engineering")
final class TheStockDeskIT {

    private static final Pattern OF_DATABASES =
            Pattern.compile("PG.*|POSTGRES_.*|DATABASE_.*|SCHEMA_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");

    @TempDir
    private Path folder;

    private record Answer(int status, String out, String err) {}

    @Test
    void refusesAnEmptyDatabase() throws IOException, InterruptedException {
        try (TestDatabase empty = TestPostgres.shared().newDatabase()) {
            Answer answer = run(Map.of("DATABASE_URL", empty.url()));

            assertThat(answer.err().replaceFirst("@\\d+", "@THE_FIRST")).isEqualTo("""
                    The database "%s" is not ready for this application:
                      data-engineering: 2 migrations pending, from data-engineering@THE_FIRST; lacks 5 tables that its \
                    models ask for: stock_daily, stock_finance, stock_info, sync_failure_records, sync_tasks
                    To migrate it:
                    ./migrations
                    """.formatted(empty.name()));
            assertThat(answer.out()).isEmpty();
            assertThat(answer.status()).isEqualTo(1);
        }
    }

    @Test
    void worksOnAMigratedOne(TestDatabase database) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("DATABASE_URL", database.url());
        Answer registered = run(environment, "000001.SZ", "Ping An Bank");
        assertThat(registered.out()).isEqualTo("000001.SZ  Ping An Bank\n");
        assertThat(registered.err())
                .isEqualTo("INFO  The database \"" + database.name() + "\" is ready: 1 module, 5 tables.\n");
        assertThat(registered.status()).isZero();

        Answer again = run(environment, "000001.SZ", "Ping An Bank");
        assertThat(again.err()).contains("is registered already").doesNotContain("\tat ");
        assertThat(again.status()).isEqualTo(1);
    }

    @Test
    void saysWhenNobodyNamesADatabase() throws IOException, InterruptedException {
        Answer answer = run(Map.of());

        assertThat(answer.err())
                .startsWith("No database is configured.\nSet DATABASE_URL=")
                .doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(1);
    }

    @Test
    void saysWhenASettingMakesNoSense(TestDatabase database) throws IOException, InterruptedException {
        Answer answer = run(Map.of("DATABASE_URL", database.url(), "SCHEMA_READINESS", "Fail"));

        assertThat(answer.err()).isEqualTo("""
                SCHEMA_READINESS is "Fail", which is no policy.
                Set it to fail, warn or migrate-is-not-mine.
                """);
        assertThat(answer.status()).isEqualTo(1);
    }

    @Test
    void printsMoreStocksThanAPageHas(TestDatabase database) throws IOException, InterruptedException, SQLException {
        execute(
                database,
                "INSERT INTO data_engineering.stock_info (third_code, symbol, name)"
                        + " SELECT 'T' || i, 'T' || i, 'many' FROM generate_series(1, 2001) i");
        try {
            Answer answer = run(Map.of("DATABASE_URL", database.url()));

            assertThat(answer.out().lines().filter(each -> each.endsWith("  many")))
                    .hasSize(2001)
                    .doesNotHaveDuplicates();
        } finally {
            execute(database, "DELETE FROM data_engineering.stock_info WHERE name = 'many'");
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Answer run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("desk.jar")));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(each -> OF_DATABASES.matcher(each).matches());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
