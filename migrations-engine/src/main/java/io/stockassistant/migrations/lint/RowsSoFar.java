package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.RowQuestion.Named;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.script.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the rows of a table are, when a statement begins, what they are in a database that has seen nothing of it. */
final class RowsSoFar {

    private static final Set<String> WRITERS =
            Set.of("insert", "update", "delete", "merge", "copy", "with", "select", "do", "call");

    private final Map<Long, TableState> beginning = new HashMap<>();
    private final List<StatementEffects> statements = new ArrayList<>();

    RowsSoFar(List<MigrationEffects> migrations) {
        List<MigrationEffects> up = migrations.stream()
                .filter(each -> each.step().direction() == Direction.UP)
                .toList();
        Set<Long> created = new HashSet<>();
        for (MigrationEffects each : up) {
            each.before().stream()
                    .filter(table -> !created.contains(table.relation().oid()))
                    .forEach(table -> beginning.putIfAbsent(table.relation().oid(), table));
            each.created().forEach(table -> created.add(table.relation().oid()));
            statements.addAll(each.statements());
        }
    }

    /** What has another name or type by then, or is new, is not to be found in a database. */
    boolean isAboutWhatWasThere(RowQuestion question) {
        return question.tables().stream().allMatch(this::wasThere);
    }

    private boolean wasThere(Named named) {
        TableState then = beginning.get(named.table().relation().oid());
        return then != null
                && then.relation().qualified().equals(named.table().relation().qualified())
                && named.columns().stream().allMatch(each -> isSame(then, named.table(), each));
    }

    private static boolean isSame(TableState then, TableState now, int column) {
        return then.findColumn(column)
                .flatMap(before -> now.findColumn(column).filter(each -> isSame(before, each)))
                .isPresent();
    }

    private static boolean isSame(Column before, Column now) {
        return before.name().equals(now.name()) && before.type().equals(now.type());
    }

    /** Whether a statement up to this one writes rows of what is asked, and may mend what breaks it. */
    boolean isWrittenBefore(RowQuestion question, StatementEffects last) {
        return statements.subList(0, statements.indexOf(last) + 1).stream()
                .anyMatch(each -> question.tables().stream()
                        .anyMatch(asked -> isWritten(each, asked.table().relation())));
    }

    private boolean isWritten(StatementEffects statement, Relation table) {
        if (!statement.transactional()) {
            return Tokens.of(statement.statement().body()).stream()
                    .limit(1)
                    .anyMatch(each -> WRITERS.stream().anyMatch(each::is));
        }
        Stream<Relation> written = statement.locks().stream()
                .filter(each -> each.mode() == LockMode.ROW_EXCLUSIVE)
                .map(each -> each.relation());
        return Stream.concat(written, statement.truncated().stream()).anyMatch(each -> isWithin(each.oid(), table));
    }

    private boolean isWithin(long part, Relation whole) {
        TableState table = beginning.get(part);
        return part == whole.oid() || (table != null && isWithin(table.parent(), whole));
    }
}
