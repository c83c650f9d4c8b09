package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statement of D20260301000200__copy_daily_bars.sql and somebody who writes, one in front of the other. */
@MigratedDatabase("data-engineering")
class ABarThatChangesWhileItIsCopiedTest {

    private static final Revision COPY =
            Revision.find("data-engineering@20260301000200").orElseThrow();

    static final List<String> CHANGES = List.of(
            "DELETE FROM stock_daily WHERE third_code = 'b'",
            "UPDATE stock_daily SET close = 2 WHERE third_code = 'b'",
            "UPDATE stock_daily SET trade_date = '2031-05-01' WHERE third_code = 'b'",
            "UPDATE stock_daily SET third_code = 'z' WHERE third_code = 'b'",
            "UPDATE stock_daily SET close = 2; DELETE FROM stock_daily WHERE third_code = 'b'",
            "DELETE FROM stock_daily; INSERT INTO stock_daily (third_code, trade_date) VALUES ('b', '2024-01-02')",
            "INSERT INTO stock_daily VALUES ('b', '2024-01-02', 3) ON CONFLICT (third_code, trade_date)"
                    + " DO UPDATE SET open = 3, close = NULL",
            "TRUNCATE stock_daily");

    static final List<String> CHANGES_OF_ROWS =
            CHANGES.stream().filter(each -> !each.startsWith("TRUNCATE")).toList();

    static final List<String> MISTAKES = List.of(
            "DELETE FROM stock_daily_by_year WHERE third_code = 'b'",
            "UPDATE stock_daily_by_year SET source = 'elsewhere' WHERE third_code = 'b'",
            "INSERT INTO stock_daily_by_year VALUES ('d', '2024-01-02')");

    private static String copy = "";
    private static String differences = "";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    ABarThatChangesWhileItIsCopiedTest(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @BeforeAll
    static void makeTheTable(@TempDir Path folder, TestDatabase database) throws IOException {
        BarsByYear files = new BarsByYear(folder, database).release(1);
        files.type("upgrade");
        Modules modules = Modules.of(ModuleSource.folder(folder));
        Backfill backfill = Migrations.list(modules).findBackfill(COPY).orElseThrow();
        BackfillScript script = new BackfillReader(modules.get("data-engineering"), Map.of()).read(backfill);
        copy = script.findStatement()
                .orElseThrow()
                .with(Map.of("from", "'a', '1990-01-01'::date", "to", "'c', '2030-01-01'::date"));
        differences = script.findCheck()
                .orElseThrow()
                .with(Map.of())
                .replaceFirst("SELECT", "SELECT third_code")
                .replaceAll("stock_daily", "data_engineering.stock_daily");
    }

    /** As they were before there was a trigger. */
    @BeforeEach
    void barsThatAreNotCopied() throws SQLException {
        try (Connection connection = open(Connection.TRANSACTION_READ_COMMITTED)) {
            execute(connection, """
                    TRUNCATE stock_daily;
                    INSERT INTO stock_daily (third_code, trade_date, close)
                    VALUES ('a', '2024-01-02', 1), ('b', '2024-01-02', 1), ('c', '2024-01-02', 1);
                    TRUNCATE stock_daily_by_year""");
            connection.commit();
        }
        assertThat(listDifferences()).hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void theCopyWaitsForWhoWroteFirst(String change) throws Exception {
        try (TwoAtOnce two = new TwoAtOnce();
                Connection writer = open(Connection.TRANSACTION_READ_COMMITTED)) {
            execute(writer, change);
            Future<?> copying = two.beside(() -> inATransaction(copy));
            TwoAtOnce.awaitSomebodyWaiting(dataSource);
            writer.commit();
            TwoAtOnce.result(copying);
        }
        assertThat(listDifferences()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void theCopyTakesWhatARollbackLeaves(String change) throws Exception {
        try (TwoAtOnce two = new TwoAtOnce();
                Connection writer = open(Connection.TRANSACTION_READ_COMMITTED)) {
            execute(writer, change);
            Future<?> copying = two.beside(() -> inATransaction(copy));
            TwoAtOnce.awaitSomebodyWaiting(dataSource);
            writer.rollback();
            TwoAtOnce.result(copying);
        }
        assertThat(listDifferences()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void theWriterWaitsForACopyThatWasFirst(String change) throws Exception {
        try (TwoAtOnce two = new TwoAtOnce();
                Connection copying = open(Connection.TRANSACTION_READ_COMMITTED)) {
            execute(copying, copy);
            Future<?> writing = two.beside(() -> inATransaction(change));
            TwoAtOnce.awaitSomebodyWaiting(dataSource);
            copying.commit();
            TwoAtOnce.result(writing);
        }
        assertThat(listDifferences()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHANGES")
    void whatIsWrittenBeforeTheCopyIsNotCopiedOver(String change) throws Exception {
        inATransaction(change);
        inATransaction(copy);
        assertThat(listDifferences()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHANGES_OF_ROWS")
    void aTransactionThatDoesNotSeeTheCopyIsRefusedAndMayBeRepeated(String change) throws Exception {
        try (Connection writer = open(Connection.TRANSACTION_REPEATABLE_READ)) {
            execute(writer, "SELECT FROM stock_daily");
            inATransaction(copy);

            SQLException refused = catchThrowableOfType(SQLException.class, () -> execute(writer, change));

            assertThat(refused.getSQLState()).isEqualTo("40001");
            writer.rollback();
            execute(writer, change);
            writer.commit();
        }
        assertThat(listDifferences()).isEmpty();
    }

    @Test
    void barsThatNobodyTouchesAreCopied() throws Exception {
        inATransaction(copy);
        assertThat(listDifferences()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void theCheckAtTheEndFinds(String mistake) throws Exception {
        inATransaction(copy);
        inATransaction(mistake);
        assertThat(listDifferences()).hasSize(1);
    }

    private int inATransaction(String sql) throws SQLException {
        try (Connection connection = open(Connection.TRANSACTION_READ_COMMITTED)) {
            execute(connection, sql);
            connection.commit();
        }
        return 0;
    }

    private Connection open(int isolation) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        execute(connection, "SET search_path = data_engineering");
        connection.commit();
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> listDifferences() {
        return jdbc.sql(differences).query(String.class).list();
    }
}
