package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.JournalSql;
import java.util.List;

/** The tables of the books: one row a backfill, one row for each range that is left to do, one row a failure. */
final class BookSql {

    static final String BACKFILL = JournalSql.BACKFILL;
    static final String BATCH = JournalSql.SCHEMA + ".backfill_batch";
    static final String FAILURE = JournalSql.SCHEMA + ".backfill_failure";

    private BookSql() {}

    /** Creates them; safe where somebody else just did. */
    static List<String> create() {
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + JournalSql.SCHEMA,
                "CREATE TABLE IF NOT EXISTS " + BACKFILL + """
                         (
                            module text NOT NULL,
                            version text NOT NULL,
                            description text NOT NULL,
                            checksum integer NOT NULL,
                            state text NOT NULL,
                            passes integer NOT NULL DEFAULT 1,
                            rows_done bigint NOT NULL DEFAULT 0,
                            rows_estimated bigint NOT NULL,
                            batches_done bigint NOT NULL DEFAULT 0,
                            batch_size integer NOT NULL,
                            workers integer NOT NULL,
                            started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                            updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                            ended_at timestamptz,
                            message text,
                            CONSTRAINT backfill_pkey PRIMARY KEY (module, version),
                            CONSTRAINT backfill_state_check
                                CHECK (state IN ('pending', 'running', 'paused', 'complete', 'failed'))
                        )""",
                "CREATE TABLE IF NOT EXISTS " + BATCH + """
                         (
                            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT backfill_batch_pkey PRIMARY KEY,
                            module text NOT NULL,
                            version text NOT NULL,
                            table_name text NOT NULL,
                            first_key text[],
                            last_key text[] NOT NULL,
                            uncut boolean NOT NULL DEFAULT false,
                            rows_counted bigint NOT NULL DEFAULT 0,
                            attempts integer NOT NULL DEFAULT 0,
                            not_before timestamptz NOT NULL DEFAULT '-infinity',
                            again boolean NOT NULL DEFAULT false,
                            sqlstate text,
                            message text,
                            CONSTRAINT backfill_batch_backfill_fkey FOREIGN KEY (module, version)
                                REFERENCES %s ON DELETE CASCADE
                        )""".formatted(BACKFILL),
                "CREATE TABLE IF NOT EXISTS " + FAILURE + """
                         (
                            id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT backfill_failure_pkey PRIMARY KEY,
                            module text NOT NULL,
                            version text NOT NULL,
                            table_name text NOT NULL,
                            key text[] NOT NULL,
                            sqlstate text NOT NULL,
                            message text NOT NULL,
                            attempts integer NOT NULL DEFAULT 1,
                            first_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                            last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                            resolved_at timestamptz,
                            resolution text,
                            CONSTRAINT backfill_failure_key UNIQUE (module, version, table_name, key),
                            CONSTRAINT backfill_failure_backfill_fkey FOREIGN KEY (module, version)
                                REFERENCES %s ON DELETE CASCADE
                        )""".formatted(BACKFILL),
                "COMMENT ON TABLE " + BACKFILL + " IS 'Data migrations in batches, and how far they are'",
                "COMMENT ON TABLE " + BATCH + " IS 'What they have left to do; gone when it is done'",
                "COMMENT ON TABLE " + FAILURE + " IS 'Rows that they could not do'");
    }

    /** Whether they are there for whoever asks, as a query of one column. */
    static String exists() {
        return "SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '"
                + JournalSql.SCHEMA + "' AND c.relname = 'backfill_failure' AND has_schema_privilege(n.oid, 'USAGE')"
                + " AND has_table_privilege(c.oid, 'SELECT'))";
    }
}
