package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @TempDir
    private Path folder;

    /** Modules are letters, each with what it depends on; steps are letters with a version, in the order of their age. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    a b     | a1 b2 a3    | a1 b2
                    a b:a   | a1 b2 a3    | a1
                    a b:a   | a1 a2 b3    | a1
                    a b:a c | a1 b2 c3    | a1 c3
                    a b c:a c:b | c9 a1 b2 | a1 b2
                    a b:a c:b   | a1 c2    | a1
                    a b:a c:a   | b1 c2    | b1 c2
                    a b     | a1! b2      | a1
                    a b     | a1 b2!      | a1
                    """)
    void beginsWhatNeedNotWait(String modules, String steps, String first) {
        Fixture fixture = new Fixture(modules, steps);
        List<String> begun = new ArrayList<>();
        for (OptionalInt next = fixture.schedule.begin(); next.isPresent(); next = fixture.schedule.begin()) {
            begun.add(fixture.name(next.getAsInt()));
        }
        assertThat(begun).isEqualTo(List.of(first.split(" ", -1)));
    }

    /** Whatever ends first: in the end all have run, and what is related has run in the order of the plan. */
    @RepeatedTest(20)
    void keepsTheOrderOfWhatIsRelated() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder steps = new StringBuilder();
        for (int i = 10; i < 60; i++) {
            steps.append((char) ('a' + random.nextInt(5))).append(i).append(random.nextInt(12) == 0 ? "! " : " ");
        }
        Fixture fixture = new Fixture("a b:a c d:c e:d", steps.toString());
        List<Integer> running = new ArrayList<>();
        List<Integer> ended = new ArrayList<>();
        while (!fixture.schedule.isDone()) {
            OptionalInt next = random.nextBoolean() ? fixture.schedule.begin() : OptionalInt.empty();
            if (next.isPresent()) {
                for (int other : running) {
                    assertThat(fixture.mayRunTogether(next.getAsInt(), other))
                            .as("seed %d: %s beside %s", seed, fixture.name(next.getAsInt()), fixture.name(other))
                            .isTrue();
                }
                running.add(next.getAsInt());
            } else if (!running.isEmpty()) {
                int done = running.remove(random.nextInt(running.size()));
                fixture.schedule.end(done);
                ended.add(done);
            }
        }
        assertThat(ended).as("seed %d", seed).hasSize(fixture.plan.steps().size());
        for (int i = 0; i < ended.size(); i++) {
            for (int j = i + 1; j < ended.size(); j++) {
                if (fixture.areRelated(ended.get(i), ended.get(j))) {
                    assertThat(ended.get(i)).as("seed %d", seed).isLessThan(ended.get(j));
                }
            }
        }
    }

    private final class Fixture {

        private final Modules modules;
        private final Plan plan;
        private final Schedule schedule;
        private final List<String> alone;

        /** @param steps with an exclamation mark where one has to be alone */
        Fixture(String modules, String steps) {
            ModuleTree tree = new ModuleTree(folder);
            for (String each : modules.split(" ", -1)) {
                String name = each.substring(0, 1);
                String needs = List.of(modules.split(" ", -1)).stream()
                        .filter(other -> other.startsWith(name + ":"))
                        .map(other -> other.substring(2))
                        .collect(Collectors.joining(","));
                tree.module(name, "depends-on=" + needs);
            }
            this.alone = new ArrayList<>();
            for (String each : steps.trim().split(" +", -1)) {
                String name = each.replace("!", "");
                tree.upgrade(name.substring(0, 1), "202601010000" + pad(name.substring(1)) + "__t", "SELECT 1");
                if (each.endsWith("!")) {
                    alone.add(name);
                }
            }
            this.modules = Modules.of(ModuleSource.folder(folder));
            this.plan = new Planner(Migrations.list(this.modules)).upgrade(Histories.empty(), List.of(), false);
            this.schedule = new Schedule(plan, this.modules, Histories.empty(), step -> alone.contains(name(step)));
        }

        private String pad(String version) {
            return version.length() == 1 ? "0" + version : version;
        }

        private String name(Step step) {
            String version = step.findVersion().orElseThrow().toString();
            return step.module() + version.substring(version.length() - 2).replaceFirst("^0", "");
        }

        String name(int place) {
            return name(plan.steps().get(place));
        }

        boolean areRelated(int one, int other) {
            String first = plan.steps().get(one).module();
            String second = plan.steps().get(other).module();
            return first.equals(second)
                    || modules.dependenciesOf(first).contains(second)
                    || modules.dependenciesOf(second).contains(first);
        }

        boolean mayRunTogether(int one, int other) {
            return !areRelated(one, other) && !isAlone(one) && !isAlone(other);
        }

        private boolean isAlone(int place) {
            return alone.contains(name(place));
        }
    }
}
