package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.PlannedBackfill;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillHeader;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a script for psql has in the places of backfills. It runs none of them: it names them, refuses what depends on one
 * that has rows to do, and forgets those that come after what it undoes.
 */
final class OfflineBackfills {

    private final Migrations migrations;
    private final List<PlannedBackfill> met;

    OfflineBackfills(Migrations migrations, Histories histories, Plan plan) {
        this.migrations = migrations;
        this.met = plan.direction() == Direction.UP
                ? PlannedBackfill.list(
                        migrations,
                        histories,
                        plan,
                        plan.steps().stream().map(Step::module).collect(Collectors.toSet()))
                : List.of();
    }

    /** What can be refused before anything has been done, as statements. */
    List<String> checks() {
        return met.stream()
                .filter(each -> each.ready() && !each.waiting().isEmpty())
                .map(each -> check(each, each.waiting().get(0), "then run this script again"))
                .toList();
    }

    /** Sentences that stand before a step, or behind the last one. */
    List<String> remarks(Optional<Step> step) {
        return met.stream()
                .filter(each -> each.findBefore().equals(step))
                .map(each -> "The backfill " + each.backfill() + " ("
                        + each.backfill().description() + ") is not part of this script: migrations backfill run "
                        + each.backfill())
                .toList();
    }

    /** Statements that stand before a step. */
    List<String> statements(Step step) {
        if (step.direction() == Direction.DOWN) {
            Version undone = step.findVersion().orElseThrow();
            List<Backfill> after = migrations.listBackfills(step.module()).stream()
                    .filter(each -> each.version().compareTo(undone) > 0)
                    .toList();
            return after.isEmpty() ? List.of() : List.of(forget(after));
        }
        return met.stream()
                .filter(each -> !each.ready() && each.waiting().contains(step))
                .map(each -> check(each, step, "then write the script again for what is left"))
                .toList();
    }

    private String check(PlannedBackfill planned, Step waiting, String then) {
        Backfill backfill = planned.backfill();
        Module module = migrations.modules().get(backfill.module());
        BackfillHeader header = new BackfillReader(
                        module, migrations.placeholders().of(module))
                .read(backfill)
                .header();
        return OfflineGuard.block("found text", """
                    IF to_regclass('%1$s') IS NOT NULL THEN
                        SELECT state INTO found FROM %1$s WHERE %2$s;
                    END IF;
                    PERFORM set_config('search_path', %3$s, true);
                    IF found <> 'complete' OR found IS NULL AND EXISTS (SELECT FROM %4$s WHERE %5$s
                    ) THEN
                        RAISE EXCEPTION '%% depends on the backfill %%, which is not complete', %6$s, %7$s
                            USING HINT = %8$s;
                    END IF;
                """.formatted(
                        JournalSql.BACKFILL,
                        isOneOf(Stream.of(backfill)),
                        Literals.quote(Identifiers.quote(module.schema()) + ", \"$user\", public"),
                        header.table(),
                        header.findTodo().orElse("true"),
                        Literals.quote(waiting.name()),
                        Literals.quote(backfill.toString()),
                        Literals.quote("migrations backfill run " + backfill + "; " + then)));
    }

    private static String forget(List<Backfill> backfills) {
        return OfflineGuard.block("forgotten bigint", """
                    IF to_regclass('%1$s') IS NOT NULL THEN
                        DELETE FROM %1$s WHERE %2$s;
                    END IF;
                """.formatted(JournalSql.BACKFILL, isOneOf(backfills.stream())));
    }

    private static String isOneOf(Stream<Backfill> backfills) {
        return backfills
                .map(each -> "(" + Literals.quote(each.module()) + ", "
                        + Literals.quote(each.version().toString()) + ")")
                .collect(Collectors.joining(", ", "(module, version) IN (", ")"));
    }
}
