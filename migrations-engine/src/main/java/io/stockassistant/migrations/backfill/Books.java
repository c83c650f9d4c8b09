package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The books of all backfills of a database. */
final class Books {

    /** Whoever creates them has this advisory lock. */
    private static final long LOCK = JournalSql.RUN_LOCK + 2;

    private static final String BOOK = """
            SELECT b.module, b.version, b.description, b.checksum, b.state, b.rows_done, b.rows_estimated, b.batches_done,
                (SELECT count(*) FROM %s f WHERE f.module = b.module AND f.version = b.version AND f.resolved_at IS NULL),
                b.batch_size, b.workers, b.started_at, b.ended_at, b.message
            FROM %s b""".formatted(BookSql.FAILURE, BookSql.BACKFILL);

    private final Statements statements;

    Books(Statements statements) {
        this.statements = statements;
    }

    boolean exist() throws SQLException {
        return statements.isTrue(BookSql.exists());
    }

    /** In a transaction; two who do it at once do it one after the other. */
    void create() throws SQLException {
        statements.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        for (String each : BookSql.create()) {
            statements.execute(each);
        }
    }

    /** Of all backfills that anybody has begun. */
    List<BackfillBook> list() throws SQLException {
        List<BackfillBook> books = new ArrayList<>();
        try (Statement statement = statements.connection().createStatement();
                ResultSet row = statement.executeQuery(BOOK + " ORDER BY b.started_at, b.module, b.version")) {
            while (row.next()) {
                books.add(new BackfillBook(
                        new Revision(row.getString(1), Version.of(row.getString(2))),
                        row.getString(3),
                        row.getInt(4),
                        BackfillState.of(row.getString(5)),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getObject(12, OffsetDateTime.class),
                        row.getObject(13, OffsetDateTime.class),
                        row.getString(14)));
            }
        }
        return books;
    }

    Optional<BackfillBook> find(Revision revision) throws SQLException {
        return list().stream().filter(each -> each.revision().equals(revision)).findFirst();
    }
}
