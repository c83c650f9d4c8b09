package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Replaced;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes one in a module.
 *
 * @param squashed oldest first, at least one
 * @param all the backfills of the module; those up to the version go, for an empty database has no rows for them
 * @param version that of the baseline: not older than the newest of these, older than all that stays
 */
record Cut(Module module, List<Migration> squashed, List<Backfill> all, Version version) {

    Cut {
        squashed = List.copyOf(squashed);
        all = List.copyOf(all);
    }

    Migration newest() {
        return squashed.get(squashed.size() - 1);
    }

    Revision baseline() {
        return new Revision(module.name(), version);
    }

    String fileName() {
        return "B" + version + "__baseline.sql";
    }

    Cut at(Version later) {
        return new Cut(module, squashed, all, later);
    }

    /** The backfills that go. */
    List<Backfill> backfills() {
        return all.stream()
                .filter(each -> each.version().compareTo(version) <= 0)
                .toList();
    }

    /** For which backfills the baseline stands, those of an earlier baseline among them. */
    List<Version> replacedBackfills() {
        return Stream.concat(
                        squashed.stream().flatMap(each -> each.upgrade().header().backfills().stream()),
                        backfills().stream().map(Backfill::version))
                .toList();
    }

    /** What the baseline stands for; an earlier baseline and what that stood for among it. */
    List<Replaced> replaced() {
        Set<Replaced> replaced = new LinkedHashSet<>();
        for (Migration migration : squashed) {
            if (migration.isBaseline()) {
                replaced.addAll(migration.upgrade().header().replaced());
            }
            replaced.add(Replaced.of(migration));
        }
        return replaced.stream()
                .sorted(Comparator.comparing(Replaced::version).thenComparing(Replaced::baseline))
                .toList();
    }

    /** The versions of the migrations for which the baseline stands. */
    List<Version> replacedVersions() {
        return replaced().stream()
                .filter(each -> !each.baseline())
                .map(Replaced::version)
                .toList();
    }

    /** The names of the files that go, those of configurations included, whether there are any or not. */
    List<String> fileNames() {
        List<String> names = new ArrayList<>();
        for (Migration migration : squashed) {
            names.add(migration.upgrade().name());
            migration.findDowngrade().map(ScriptFile::name).ifPresent(names::add);
        }
        backfills().forEach(each -> names.add(each.file().name()));
        List.copyOf(names).forEach(each -> names.add(each + ".conf"));
        return names;
    }
}
