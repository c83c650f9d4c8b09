package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migrations;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs backfills as their files say it, with nobody looking on. */
record PlainRuns(ConnectionSource connections, Migrations migrations, Interruption interruption) {

    /** @param connection in a transaction, which is rolled back */
    boolean mayHaveRows(Connection connection, Backfill backfill) throws SQLException {
        return new RowsLeft(script(backfill), schema(backfill)).maySomeBeIn(connection);
    }

    BackfillBook run(Backfill backfill) throws SQLException {
        BackfillObserver nobody = new BackfillObserver() {};
        return new BackfillRun(
                        connections,
                        script(backfill),
                        schema(backfill),
                        BackfillSettings.DEFAULTS,
                        nobody,
                        interruption)
                .run();
    }

    private BackfillScript script(Backfill backfill) {
        Module module = migrations.modules().get(backfill.module());
        return new BackfillReader(module, migrations.placeholders().of(module)).read(backfill);
    }

    private String schema(Backfill backfill) {
        return migrations.modules().get(backfill.module()).schema();
    }
}
