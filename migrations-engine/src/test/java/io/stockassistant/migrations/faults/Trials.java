package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.faults.Stage.Way;
import java.time.Duration;
import java.util.Random;

/** Many trials of one fault, and the line that says how they went. */
final class Trials {

    private Trials() {}

    static void play(String name, Stage stage, Way way, Fault fault, int tries, long seed) throws Exception {
        long start = System.nanoTime();
        int hit = 0;
        int ended = 0;
        int repaired = 0;
        Random random = new Random(seed ^ name.hashCode());
        for (int i = 0; i < tries; i++) {
            Trial.Outcome outcome = new Trial(stage, way, fault, new Random(random.nextLong())).play();
            hit += outcome.struck() ? 1 : 0;
            ended += outcome.status() == 0 ? 1 : 0;
            repaired += outcome.repairs() > 0 ? 1 : 0;
        }
        System.out.printf(
                "%s, seed %d: of %d runs %d were hit, %d ended well all the same, %d needed a repair; %d s%n",
                name,
                seed,
                tries,
                hit,
                ended,
                repaired,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
