package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.lint.Level;
import io.stockassistant.migrations.lint.Lint;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.LintWish;
import io.stockassistant.migrations.lint.LiveRows;
import io.stockassistant.migrations.lint.LiveTables;
import io.stockassistant.migrations.lint.rule.Rules;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import java.util.Set;
import java.util.stream.Collectors;

/** One lint, with the throw-away databases that it takes, and the database in use where that is asked. */
final class LintRun {

    private final MigrationsCommand root;
    private final Workspace workspace;
    private final ShadowOptions shadows;
    private final LintSettings settings;

    LintRun(MigrationsCommand root, Workspace workspace, ShadowOptions shadows, LintSettings settings) {
        this.root = root;
        this.workspace = workspace;
        this.shadows = shadows;
        this.settings = settings;
    }

    /** What the database has not seen yet. */
    LintReport ofPending(LintWish wish, boolean live) {
        Histories histories = workspace.histories();
        int major =
                workspace.target().query(connection -> connection.getMetaData().getDatabaseMajorVersion());
        if (live) {
            return live(wish, histories, major);
        }
        try (Shadow shadow = workspace.shadows().open(shadows)) {
            if (shadow.major() != major) {
                root.console()
                        .note("The database is on PostgreSQL " + major + ", and this is seen on " + shadow.major()
                                + ": name a server of its version with --shadow-url to be sure.");
            }
            LintReport report = lint(workspace.migrations(), shadow, wish, histories);
            if (report.migrations().isEmpty() && report.findings().isEmpty()) {
                root.console().note("Nothing is pending. --all lints every migration.");
            }
            return report;
        }
    }

    /** Whatever the database has seen; it is asked for sizes and rows alone. */
    LintReport ofAll(LintWish wish, boolean live) {
        if (live) {
            int major = workspace
                    .target()
                    .query(connection -> connection.getMetaData().getDatabaseMajorVersion());
            return live(wish, Histories.empty(), major);
        }
        try (Shadow shadow = workspace.target().shadow(shadows)) {
            return lint(workspace.migrations(), shadow, wish, Histories.empty());
        }
    }

    /** What another version locks and rewrites may differ. */
    private LintReport live(LintWish wish, Histories histories, int major) {
        LiveTables tables = workspace.target().query(LiveTables::read);
        try (Shadow shadow = workspace.shadows().open(shadows, major, "migrations " + CommandText.of(root.words()))) {
            LintReport report =
                    lint(workspace.migrations(), shadow, wish, histories).on(tables, settings);
            return workspace.target().query(connection -> LiveRows.ask(connection, report, settings));
        }
    }

    /** Nobody takes these back, so that nobody asks for their way back. */
    LintReport ofFiles(LooseFiles files) {
        LintWish wish = new LintWish(
                Set.of(),
                files.files().stream()
                        .map(each -> each.toString().replace('\\', '/'))
                        .collect(Collectors.toSet()));
        LintSettings withoutUndo = settings.unlessSaid("no-way-back", Level.OFF);
        try (Shadow shadow = workspace.target().shadow(shadows)) {
            Migrations migrations = Migrations.list(files.modules(), workspace::placeholders);
            LintReport report = lint(migrations, shadow, wish, Histories.empty(), withoutUndo);
            boolean mayMiss = files.schema().isEmpty()
                    && report.findings().stream().anyMatch(each -> each.code().equals("cannot-run"));
            if (mayMiss) {
                root.console()
                        .note("These files were run on an empty database. --schema FILE says what is there before.");
            }
            return report;
        }
    }

    private LintReport lint(Migrations migrations, Shadow shadow, LintWish wish, Histories histories) {
        return lint(migrations, shadow, wish, histories, settings);
    }

    private LintReport lint(
            Migrations migrations, Shadow shadow, LintWish wish, Histories histories, LintSettings wanted) {
        Lint lint = new Lint(migrations, shadow, root.replay(), Rules.of(wanted), wanted);
        return ShadowWork.on(shadow, () -> lint.lint(wish, histories));
    }
}
