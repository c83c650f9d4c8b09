package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.faults.Fault.Effect;
import io.stockassistant.migrations.faults.Stage.Way;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The faults that need nothing but the run, its connections and the server. */
final class Faults {

    private static final int LONGEST_SECONDS = 60;
    private static final Set<Integer> CUT_OFF = Set.of(0, 4, 5);

    private Faults() {}

    /** The operating system ends the process; a status of 128 and more says by which signal. */
    static Fault signal(String name, int... statuses) {
        return (stage, way, database, moment, random) -> {
            CompletableFuture<Program> running = new CompletableFuture<>();
            try (Tollgate gate = gate(stage, moment, each -> running.join().signal(name))) {
                running.complete(Program.start(stage.folder(), stage.args(way.command(), gate.port(), database)));
                Answer answer = running.join().answer();
                assertThat(statuses).as(answer.err()).contains(answer.status());
                assertThat(answer.err()).doesNotContain("\tat ", "Exception");
                return new Effect(gate.hasStruck(), answer);
            }
        };
    }

    /** Nothing goes over the wire any more, in neither direction. */
    static Fault cutCable() {
        return (stage, way, database, moment, random) -> {
            try (Tollgate gate = gate(stage, moment, Tollgate::cut)) {
                return cutOff(gate, stage, way, database);
            }
        };
    }

    /** An administrator ends one of the run's connections, or all. */
    static Fault terminatedBackends() {
        return (stage, way, database, moment, random) -> {
            String which = List.of(
                            "true", "application_name = 'migrations lock'", "application_name <> 'migrations lock'")
                    .get(random.nextInt(3));
            Consumer<Tollgate> terminate = each -> stage.server()
                    .execute(
                            Stage.MAINTENANCE,
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database
                                    + "' AND " + which);
            try (Tollgate gate = gate(stage, moment, terminate)) {
                return cutOff(gate, stage, way, database);
            }
        };
    }

    private static Effect cutOff(Tollgate gate, Stage stage, Way way, String database) throws Exception {
        Answer answer = inBackground(stage, gate.port(), way, database).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(CUT_OFF).as(answer.err()).contains(answer.status());
        assertThat(answer.err()).doesNotContain("\tat ", "Exception");
        return new Effect(gate.hasStruck(), answer);
    }

    /** Somebody types the same command again while it runs: one does the work, and both end well. */
    static Fault secondRunner() {
        return (stage, way, database, moment, random) -> {
            AtomicReference<CompletableFuture<Answer>> second = new AtomicReference<>();
            Consumer<Tollgate> type =
                    each -> second.set(inBackground(stage, stage.server().port(), way, database));
            try (Tollgate gate = gate(stage, moment, type)) {
                Answer first = inBackground(stage, gate.port(), way, database).get(LONGEST_SECONDS, TimeUnit.SECONDS);
                assertThat(first.status()).as(first.err()).isZero();
                if (second.get() != null) {
                    Answer other = second.get().get(LONGEST_SECONDS, TimeUnit.SECONDS);
                    assertThat(other.status()).as(other.err()).isZero();
                }
                return new Effect(gate.hasStruck(), first);
            }
        };
    }

    static CompletableFuture<Answer> inBackground(Stage stage, int port, Way way, String database) {
        return CompletableFuture.supplyAsync(
                () -> Answer.of(stage.args(way.command(), port, database)),
                task -> new Thread(task, "a run that is disturbed").start());
    }

    static Tollgate gate(Stage stage, Tollgate.Moment moment, Consumer<Tollgate> blow) {
        return new Tollgate(stage.server().host(), stage.server().port(), moment, blow);
    }
}
