package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.apply.ApplyReport;
import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Script;
import io.stockassistant.migrations.script.Statement;
import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A throw-away database on which migrations run as they do anywhere, and are watched. */
public final class EffectRun implements AutoCloseable {

    /** Data exceptions, violated constraints, and what a check of the user's own raises. */
    private static final Set<String> BY_ROWS = Set.of("22", "23", "P0");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Shadow shadow;
    private final Replay replay;
    private final Migrations migrations;
    private final EffectWatch watch = new EffectWatch();
    private final Set<String> filled = new LinkedHashSet<>();
    private ShadowDatabase database;

    private EffectRun(Shadow shadow, Replay replay, Migrations migrations, ShadowDatabase database) {
        this.shadow = shadow;
        this.replay = replay;
        this.migrations = migrations;
        this.database = database;
    }

    /**
     * With an empty database.
     *
     * @throws ProblemException {@code permission-denied} if the shadow's user may not create event triggers
     * @throws SQLException if the shadow's server fails
     */
    public static EffectRun begin(Shadow shadow, Replay replay, Migrations migrations) throws SQLException {
        ShadowDatabase database = shadow.create();
        try (Connection connection = database.open("")) {
            EventTriggers.create(connection);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw notAllowed(shadow, e);
            }
            throw e;
        }
        return new EffectRun(shadow, replay, migrations, database);
    }

    private static ProblemException notAllowed(Shadow shadow, SQLException e) {
        DatabaseSettings server = shadow.administration().settings();
        return new ProblemException(
                Problem.of(
                        ProblemCode.PERMISSION_DENIED,
                        "User " + server.user() + " may not create event triggers at " + server.address()
                                + ", and without them nobody sees what a statement drops.",
                        "Name a superuser in --shadow-url, or leave it away: the embedded server has one."),
                e);
    }

    /** Carries out steps that nobody has to see. */
    public Optional<Failure> build(List<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        watch.forget();
        Plan plan = new Plan(steps.get(0).direction(), steps, Map.of(), List.of());
        return failure(replay.run(database, migrations, histories -> plan));
    }

    /** Opens a connection to the database as it is now; whatever is done there, nobody watches. */
    public Connection open() throws SQLException {
        return database.open("");
    }

    /** What is in the database. */
    public Histories histories() throws SQLException {
        try (Connection connection = database.open("")) {
            return HistoryReader.read(connection, migrations.modules().list());
        }
    }

    /**
     * Carries out a step and watches it. The tables that its script names have rows; if rows that were made, for it or
     * for a step before, are what it fails on, it runs again without.
     */
    public ObservedStep observe(Step step, Script script) throws SQLException {
        SortedMap<String, String> leftEmpty;
        try (Connection connection = database.open("")) {
            NamedTables tables = new NamedTables(connection);
            leftEmpty = tables.fill(words(script), migrations.modules(), step.module());
            filled.addAll(tables.filled());
        }
        if (filled.isEmpty()) {
            return observed(step, script, run(step), null, leftEmpty);
        }
        ShadowDatabase before = script.transactional() ? database : shadow.cloneOf(database);
        Optional<Failure> refusal = run(step);
        if (refusal.filter(EffectRun::isByRows).isEmpty()) {
            if (before != database) {
                before.close();
            }
            return observed(step, script, refusal, null, leftEmpty);
        }
        if (before != database) {
            database.close();
            database = before;
        }
        try (Connection connection = database.open("")) {
            NamedTables.empty(connection, filled);
            filled.clear();
        }
        watch.forget();
        Optional<Failure> failure = run(step);
        return observed(step, script, failure, failure.isPresent() ? null : refusal.get(), leftEmpty);
    }

    private Optional<Failure> run(Step step) throws SQLException {
        Plan plan = new Plan(step.direction(), List.of(step), Map.of(), List.of());
        return failure(replay.run(database, migrations, histories -> plan, watch));
    }

    private ObservedStep observed(
            Step step,
            Script script,
            Optional<Failure> failure,
            @Nullable Failure refusal,
            SortedMap<String, String> leftEmpty)
            throws SQLException {
        MigrationEffects effects = watch.effects(step);
        if (failure.isPresent()) {
            watch.forget();
        }
        FailedRepeat repeat = script.transactional() || failure.isPresent() ? null : repeated(step, script);
        return new ObservedStep(effects, failure.orElse(null), refusal, leftEmpty, repeat);
    }

    private @Nullable FailedRepeat repeated(Step step, Script script) throws SQLException {
        try (ShadowDatabase clone = shadow.cloneOf(database)) {
            return SecondRun.run(clone, migrations.modules().get(step.module()), script)
                    .orElse(null);
        }
    }

    private static Optional<Failure> failure(ApplyReport report) {
        return report instanceof ApplyReport.Stopped stopped ? Optional.of(stopped.failure()) : Optional.empty();
    }

    private static boolean isByRows(Failure failure) {
        String state = failure.sqlState();
        return state != null && BY_ROWS.contains(state.substring(0, 2));
    }

    /** What may name a table, also in the body of a DO block. */
    private static Set<String> words(Script script) {
        Set<String> words = new HashSet<>();
        for (Statement each : script.statements()) {
            collect(each.body(), words);
        }
        return words;
    }

    private static void collect(String sql, Set<String> words) {
        for (Token each : Tokens.of(sql)) {
            if (each.isName()) {
                words.add(each.text());
            } else if (each.isString() && each.text().indexOf(' ') >= 0) {
                collect(each.text(), words);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
