package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.effect.Sight.Counters;
import io.stockassistant.migrations.effect.StatementEffects.RenamedRelation;
import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.script.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what was seen before and after a statement. */
final class Observed {

    private static final Pattern TRUNCATE = Pattern.compile("\\btruncate\\b", Pattern.CASE_INSENSITIVE);

    private final Map<Long, Relation> existed;
    private final Sight before;
    private final Sight after;
    private final Details detailsBefore;
    private final Details detailsAfter;
    private final Beginning beginning;

    /** @param existed what was there before the migration */
    Observed(
            Map<Long, Relation> existed,
            Sight before,
            Sight after,
            Details detailsBefore,
            Details detailsAfter,
            Beginning beginning) {
        this.beginning = beginning;
        this.existed = existed;
        this.before = before;
        this.after = after;
        this.detailsBefore = detailsBefore;
        this.detailsAfter = detailsAfter;
    }

    StatementEffects of(
            Statement statement, boolean transactional, List<ServerNotice> notices, Collection<Reference> references) {
        boolean truncates = TRUNCATE.matcher(statement.body()).find();
        List<Relation> otherFiles = withAnotherFile();
        Set<Long> changed = new HashSet<>();
        after.heard().commands().forEach(each -> changed.add(each.oid()));
        List<Relation> truncated = truncates
                ? otherFiles.stream()
                        .filter(each -> !changed.contains(each.oid()))
                        .toList()
                : List.of();
        List<Relation> rewritten = new ArrayList<>(otherFiles);
        rewritten.removeAll(truncated);
        return new StatementEffects(
                statement,
                transactional,
                newLocks(),
                held(),
                rewritten,
                truncated,
                scanned(truncated),
                built(rewritten, truncated),
                changes(),
                created(),
                gone(),
                renamed(),
                types(),
                after.heard().commands(),
                dropped(),
                rows(),
                after.timeouts(),
                notices,
                List.copyOf(references));
    }

    private List<TakenLock> newLocks() {
        List<TakenLock> locks = new ArrayList<>();
        after.locks().forEach((oid, modes) -> {
            Relation relation = existed.get(oid);
            if (relation != null) {
                modes.stream()
                        .filter(each -> !before.locksOn(oid).contains(each))
                        .forEach(each -> locks.add(new TakenLock(named(relation), each)));
            }
        });
        return locks;
    }

    private List<TakenLock> held() {
        List<TakenLock> locks = new ArrayList<>();
        before.locks().forEach((oid, modes) -> {
            Relation relation = existed.get(oid);
            if (relation != null) {
                modes.forEach(each -> locks.add(new TakenLock(named(relation), each)));
            }
        });
        return locks;
    }

    /** With the name by which the statement knew it. */
    private Relation named(Relation relation) {
        return before.relations().getOrDefault(relation.oid(), relation);
    }

    private List<Relation> withAnotherFile() {
        return existed.values().stream()
                .filter(each -> each.kind() == Relation.Kind.TABLE || each.kind() == Relation.Kind.MATERIALIZED_VIEW)
                .filter(each -> after.relations().containsKey(each.oid()))
                .filter(each -> before.fileOf(each.oid()) != after.fileOf(each.oid()))
                .map(this::named)
                .toList();
    }

    /** The server counts a table that it empties as one that it reads. */
    private List<Relation> scanned(List<Relation> truncated) {
        List<Relation> scanned = new ArrayList<>();
        after.counters().forEach((oid, counters) -> {
            Relation table = existed.get(oid);
            if (table != null
                    && counters.since(before.countersOf(oid)).scans() > 0
                    && truncated.stream().noneMatch(each -> each.oid() == oid)) {
                scanned.add(named(table));
            }
        });
        return scanned;
    }

    /** An index that gets a new name or a new owner keeps its file. What is written anew gets all of its indexes anew. */
    private List<BuiltIndex> built(List<Relation> rewritten, List<Relation> truncated) {
        Set<Long> files = new HashSet<>(before.files().values());
        List<BuiltIndex> built = new ArrayList<>();
        after.relations().values().forEach(each -> {
            Relation table = existed.get(each.table());
            long file = after.fileOf(each.oid());
            if (each.kind() == Relation.Kind.INDEX
                    && table != null
                    && file != 0
                    && !files.contains(file)
                    && rewritten.stream().noneMatch(other -> other.oid() == table.oid())
                    && truncated.stream().noneMatch(other -> other.oid() == table.oid())) {
                built.add(new BuiltIndex(each, named(table), before.relations().containsKey(each.oid())));
            }
        });
        return built;
    }

    private List<TableChange> changes() {
        List<TableChange> changes = new ArrayList<>();
        detailsAfter.tables().forEach((oid, now) -> {
            TableState then = detailsBefore.tables().get(oid);
            if (then != null && existed.containsKey(oid) && !then.equals(now)) {
                changes.add(new TableChange(then, now));
            }
        });
        return changes;
    }

    private List<TableState> created() {
        return detailsAfter.tables().entrySet().stream()
                .filter(each -> !before.relations().containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<TableState> gone() {
        return detailsBefore.tables().entrySet().stream()
                .filter(each -> existed.containsKey(each.getKey()))
                .filter(each -> before.relations().containsKey(each.getKey()))
                .filter(each -> !after.relations().containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<RenamedRelation> renamed() {
        List<RenamedRelation> renamed = new ArrayList<>();
        existed.keySet().forEach(oid -> {
            Relation then = before.relations().get(oid);
            Relation now = after.relations().get(oid);
            if (then != null && now != null && !then.qualified().equals(now.qualified())) {
                renamed.add(new RenamedRelation(then, now));
            }
        });
        return renamed;
    }

    private List<TypeChange> types() {
        List<TypeChange> changes = new ArrayList<>();
        detailsAfter.types().forEach((oid, now) -> {
            TypeState then = detailsBefore.types().get(oid);
            if (then != null && !then.equals(now)) {
                changes.add(new TypeChange(then, now));
            }
        });
        return changes;
    }

    private List<DroppedObject> dropped() {
        return after.heard().gone().stream()
                .map(each -> each.object().since(wasThere(each)))
                .toList();
    }

    private boolean wasThere(EventTriggers.Gone gone) {
        return (gone.column() == 0 && existed.containsKey(gone.oid()))
                || beginning.had(gone.object().type(), gone.oid(), gone.column());
    }

    private List<ChangedRows> rows() {
        List<ChangedRows> rows = new ArrayList<>();
        after.counters().forEach((oid, counters) -> {
            Relation table = existed.get(oid);
            Counters changed = counters.since(before.countersOf(oid));
            if (table != null && changed.inserted() + changed.updated() + changed.deleted() > 0) {
                rows.add(new ChangedRows(named(table), changed.inserted(), changed.updated(), changed.deleted()));
            }
        });
        return rows;
    }
}
