package io.stockassistant.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.testing.Effort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every tree; each is made from the seed in its test's name. */
class RandomTreesTest {

    static LongStream seeds() {
        return LongStream.range(0, Effort.of(300, 10_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plansKeepTheirPromises(long seed) {
        Random random = new Random(seed);
        String files = randomFiles(random);
        Tree tree = Tree.of(files);
        Migrations migrations = tree.migrations();
        List<Revision> all = up(tree, List.of());

        assertThat(all)
                .as(files)
                .doesNotHaveDuplicates()
                .hasSize(migrations.modules().list().stream()
                        .mapToInt(each -> migrations.list(each.name()).size())
                        .sum());
        assertNeedsComeFirst(migrations, all);
        assertThat(up(Tree.of(files), List.of())).as(files).isEqualTo(all);

        int some = random.nextInt(all.size() + 1);
        List<Revision> first = some == 0 ? List.of() : up(tree, List.of(Target.parse("+" + some)));
        assertThat(first).as(files).isEqualTo(all.subList(0, some));
        Tree half = Tree.of(files + history(first));
        assertThat(up(half, List.of())).as(files).isEqualTo(all.subList(some, all.size()));

        Tree full = Tree.of(files + history(all));
        List<Revision> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        assertThat(down(full, "base")).as(files).isEqualTo(reversed);

        Revision one = all.get(random.nextInt(all.size()));
        assertThat(up(tree, List.of(Target.parse(one.toString())))).as(files).endsWith(one);
        assertDependentsGoToo(migrations, all, down(full, one.toString()), one, files);
    }

    private static void assertNeedsComeFirst(Migrations migrations, List<Revision> order) {
        Set<Revision> done = new LinkedHashSet<>();
        for (Revision revision : order) {
            Migration migration = migrations.find(revision).orElseThrow();
            assertThat(done).containsAll(migration.upgrade().header().dependsOn());
            migrations
                    .versions(revision.module())
                    .headMap(revision.version(), false)
                    .values()
                    .forEach(each -> assertThat(done).contains(each.revision()));
            for (String module : migrations.modules().dependenciesOf(revision.module())) {
                if (migrations.hasTimestamps(module) && migrations.hasTimestamps(revision.module())) {
                    migrations.list(module).stream()
                            .filter(each ->
                                    each.age().orElseThrow() <= migration.age().orElseThrow())
                            .forEach(each -> assertThat(done).contains(each.revision()));
                }
            }
            done.add(revision);
        }
    }

    /** What stays after an undo lacks nothing that its headers name, and has no gap. */
    private static void assertDependentsGoToo(
            Migrations migrations, List<Revision> all, List<Revision> undone, Revision target, String files) {
        Set<Revision> left = new LinkedHashSet<>(all);
        undone.forEach(left::remove);
        assertThat(left).as(files).contains(target);
        for (Revision revision : left) {
            Migration migration = migrations.find(revision).orElseThrow();
            assertThat(left).as(files).containsAll(migration.upgrade().header().dependsOn());
            assertThat(left)
                    .as(files)
                    .containsAll(migrations.versions(revision.module()).headMap(revision.version()).values().stream()
                            .map(Migration::revision)
                            .toList());
        }
        List<Revision> again = new ArrayList<>(all);
        again.retainAll(undone);
        Collections.reverse(again);
        assertThat(undone).as(files).isEqualTo(again);
    }

    private static List<Revision> up(Tree tree, List<Target> targets) {
        return revisions(new Planner(tree.migrations()).upgrade(tree.histories(), targets, false));
    }

    private static List<Revision> down(Tree tree, String target) {
        Histories histories = tree.histories();
        return revisions(new Planner(tree.migrations()).downgrade(histories, Target.parse(target), true));
    }

    private static List<Revision> revisions(Plan plan) {
        return plan.steps().stream()
                .map(each -> Revision.find(each.name()).orElseThrow())
                .toList();
    }

    private static String history(List<Revision> revisions) {
        return revisions.stream()
                .map(each -> "@" + each.module() + ": " + each.version())
                .collect(Collectors.joining("\n"));
    }

    /** Up to six modules, each on some of those before it, with dates or numbers, and headers to what is older. */
    private static String randomFiles(Random random) {
        Map<String, List<Integer>> ages = new LinkedHashMap<>();
        Map<String, Boolean> dated = new LinkedHashMap<>();
        Map<String, Set<String>> dependencies = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        int modules = 1 + random.nextInt(6);
        for (int i = 0; i < modules; i++) {
            String name = (random.nextBoolean() ? "a" : "z") + i;
            Set<String> direct = ages.keySet().stream()
                    .filter(each -> random.nextInt(3) == 0)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> allowed = new LinkedHashSet<>(direct);
            direct.forEach(each -> allowed.addAll(dependencies.getOrDefault(each, Set.of())));
            dependencies.put(name, allowed);
            boolean date = random.nextInt(4) > 0;
            dated.put(name, date);
            List<Integer> own = random.ints(1 + random.nextInt(6), 0, 28)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            text.append(name)
                    .append(direct.isEmpty() ? "" : " < " + String.join(",", direct))
                    .append(":");
            for (int age : own) {
                text.append(' ').append(version(date, age));
                List<String> named = allowed.stream()
                        .filter(each -> random.nextInt(3) == 0)
                        .flatMap(each -> ages.getOrDefault(each, List.of()).stream()
                                .filter(other -> other <= age || !date || !dated.getOrDefault(each, false))
                                .limit(1 + random.nextInt(3))
                                .map(other -> each + "@" + version(dated.getOrDefault(each, false), other)))
                        .toList();
                text.append(named.isEmpty() ? "" : "(" + String.join(",", named) + ")");
            }
            text.append('\n');
            ages.put(name, own);
        }
        return text.toString();
    }

    private static String version(boolean date, int age) {
        return Integer.toString(date ? 20260101 + age : 1 + age);
    }
}
