package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.module.Circles;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Header;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.ScriptFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with the headers of all migrations, seen together. */
final class HeaderChecks {

    private static final Header.Mistake MISPLACED =
            new Header.Mistake(1, "-- irreversible: …", "there is a U file, and it counts in that");

    private static final Header.Mistake OF_REPEATABLE = new Header.Mistake(
            1, "-- depends-on: …", "a repeatable migration runs after all others of its module, and is never undone");

    private final Migrations migrations;
    private final List<Problem> problems;
    private final Set<Revision> unreadable = new HashSet<>();
    private boolean anyDependency;

    HeaderChecks(Migrations migrations, List<Problem> problems) {
        this.migrations = migrations;
        this.problems = problems;
    }

    void check() {
        for (Module module : migrations.modules().list()) {
            migrations.list(module.name()).forEach(this::check);
            migrations.listRepeatables(module.name()).forEach(this::check);
            migrations.listBackfills(module.name()).forEach(this::check);
        }
        checkCircles();
    }

    private void check(Repeatable repeatable) {
        try {
            Header header = repeatable.upgrade().header();
            header.mistakes().forEach(mistake -> problems.add(mistake.toProblem(repeatable, repeatable.upgrade())));
            if (!header.dependsOn().isEmpty() || header.findIrreversible().isPresent()) {
                problems.add(OF_REPEATABLE.toProblem(repeatable, repeatable.upgrade()));
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    /** What it says of its table is read where it is run. */
    private void check(Backfill backfill) {
        try {
            backfill.file().header().dependsOn().forEach(named -> {
                if (isDeclared(Bearer.of(backfill), named)
                        && migrations.find(named).isEmpty()
                        && migrations.findBackfill(named).isEmpty()
                        && !Baselines.covers(migrations, named)) {
                    unknown(Bearer.of(backfill), named);
                }
            });
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private void check(Migration migration) {
        try {
            Header header = migration.upgrade().header();
            header.mistakes().forEach(mistake -> problems.add(mistake.toProblem(migration, migration.upgrade())));
            if (header.findIrreversible().isPresent()
                    && migration.findDowngrade().isPresent()) {
                problems.add(MISPLACED.toProblem(migration, migration.upgrade()));
            }
            for (Revision named : header.dependsOn()) {
                anyDependency = true;
                checkDependency(migration, named);
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            unreadable.add(migration.revision());
        }
    }

    private void checkDependency(Migration migration, Revision named) {
        if (!isDeclared(Bearer.of(migration), named)) {
            return;
        }
        Optional<Migration> target = migrations.find(named);
        if (migrations.findBackfill(named).isPresent()) {
            checkBackfill(migration, named);
        } else if (target.isPresent()) {
            if (!named.module().equals(migration.module()) && isYounger(target.get(), migration)) {
                younger(migration, named);
            }
        } else if (!Baselines.covers(migrations, named)) { // a baseline brings what it replaces
            unknown(Bearer.of(migration), named);
        }
    }

    /** Whether a module may name migrations of another one; if not, that is told. */
    private boolean isDeclared(Bearer bearer, Revision named) {
        if (named.module().equals(bearer.module())) {
            return true;
        }
        if (migrations.modules().find(named.module()).isEmpty()) {
            add(
                    ProblemCode.UNKNOWN_DEPENDENCY,
                    bearer,
                    "depends on " + named + ", but there is no module " + named.module() + ".",
                    "Correct the header.");
            return false;
        }
        if (!migrations.modules().dependenciesOf(bearer.module()).contains(named.module())) {
            add(
                    ProblemCode.UNDECLARED_DEPENDENCY,
                    bearer,
                    "depends on " + named + ", but the module " + bearer.module() + " does not declare that it"
                            + " depends on " + named.module() + ".",
                    "Add " + named.module() + " to dependsOn() of " + bearer.module()
                            + " (depends-on in module.properties), or remove the header.");
            return false;
        }
        return true;
    }

    private void unknown(Bearer bearer, Revision named) {
        add(
                ProblemCode.UNKNOWN_DEPENDENCY,
                bearer,
                "depends on " + named + ", which is not there.",
                "Correct the header; 'migrations history " + named.module() + "' lists what there is.");
    }

    /** One of its own module that comes after it would wait for it. */
    private void checkBackfill(Migration migration, Revision named) {
        if (named.module().equals(migration.module()) && named.version().compareTo(migration.version()) > 0) {
            younger(migration, named);
        }
    }

    private void younger(Migration migration, Revision named) {
        add(
                ProblemCode.YOUNGER_DEPENDENCY,
                Bearer.of(migration),
                "depends on " + named + ", which is younger than itself.",
                "Give " + migration + " a newer timestamp: migrations rebase " + migration.module());
    }

    private boolean isYounger(Migration one, Migration other) {
        return migrations.hasTimestamps(one.module())
                && migrations.hasTimestamps(other.module())
                && one.age().orElseThrow() > other.age().orElseThrow();
    }

    /** Along headers, and from each migration to the one before it in its module: without a header there is none. */
    private void checkCircles() {
        if (!anyDependency) {
            return;
        }
        Set<Revision> done = new HashSet<>();
        for (Module module : migrations.modules().list()) {
            for (Migration migration : migrations.list(module.name())) {
                Circles.find(migration.revision(), this::before, done)
                        .ifPresent(circle -> add(
                                ProblemCode.DEPENDENCY_CYCLE,
                                Bearer.of(migration),
                                "is in a circle: "
                                        + circle.stream()
                                                .map(Revision::toString)
                                                .collect(Collectors.joining(" -> "))
                                        + " (each needs the next one first).",
                                "Remove one of the depends-on headers in this circle."));
            }
        }
    }

    private List<Revision> before(Revision revision) {
        List<Revision> before = new ArrayList<>();
        migrations
                .find(revision)
                .filter(each -> !unreadable.contains(revision))
                .ifPresent(each -> before.addAll(migrations.listNeededBy(each)));
        Optional.ofNullable(migrations.versions(revision.module()).lowerEntry(revision.version()))
                .ifPresent(entry -> before.add(entry.getValue().revision()));
        return before;
    }

    private void add(ProblemCode code, Bearer bearer, String what, String remedy) {
        problems.add(new Problem(
                code,
                bearer.module(),
                bearer.revision().version().toString(),
                bearer.file().path(),
                bearer.revision() + " " + what,
                remedy));
    }

    /** Whose header it is. */
    private record Bearer(Revision revision, ScriptFile file) {

        static Bearer of(Migration migration) {
            return new Bearer(migration.revision(), migration.upgrade());
        }

        static Bearer of(Backfill backfill) {
            return new Bearer(backfill.revision(), backfill.file());
        }

        String module() {
            return revision.module();
        }
    }
}
