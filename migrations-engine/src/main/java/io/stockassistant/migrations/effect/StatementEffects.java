package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.script.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one statement did to what was there before its migration.
 *
 * @param transactional whether it ran in a transaction; if not, its locks were gone before anybody could look
 * @param locks that it took; not those that the transaction had already
 * @param held that the transaction had already when it began
 * @param rewritten tables that were written anew as a whole
 * @param truncated tables that were emptied
 * @param scanned tables that were read as a whole
 * @param built indexes of such tables
 * @param changes to such tables
 * @param created tables that are there now and were not before it
 * @param gone such tables that are not there any more, as they were
 * @param renamed relations that have another name or schema now
 * @param types domains and enums that are different now
 * @param commands that it consisted of, also on new objects
 * @param dropped what is gone, also new objects
 * @param rows that it wrote
 * @param timeouts what it leaves in {@code lock_timeout} and {@code statement_timeout}
 * @param notices what the server said
 * @param references to other schemas that there were not before it
 */
public record StatementEffects(
        Statement statement,
        boolean transactional,
        List<TakenLock> locks,
        List<TakenLock> held,
        List<Relation> rewritten,
        List<Relation> truncated,
        List<Relation> scanned,
        List<BuiltIndex> built,
        List<TableChange> changes,
        List<TableState> created,
        List<TableState> gone,
        List<RenamedRelation> renamed,
        List<TypeChange> types,
        List<DdlCommand> commands,
        List<DroppedObject> dropped,
        List<ChangedRows> rows,
        Timeouts timeouts,
        List<ServerNotice> notices,
        List<Reference> references) {

    /** In milliseconds; 0 is for ever. */
    public record Timeouts(long lock, long statement) {}

    /** Before and after of a relation, also of one that is no table. */
    public record RenamedRelation(Relation before, Relation after) {}

    /** Before and after of a domain or an enum. */
    public record TypeChange(TypeState before, TypeState after) {}

    public StatementEffects {
        locks = List.copyOf(locks);
        held = List.copyOf(held);
        rewritten = List.copyOf(rewritten);
        truncated = List.copyOf(truncated);
        scanned = List.copyOf(scanned);
        built = List.copyOf(built);
        changes = List.copyOf(changes);
        created = List.copyOf(created);
        gone = List.copyOf(gone);
        renamed = List.copyOf(renamed);
        types = List.copyOf(types);
        commands = List.copyOf(commands);
        dropped = List.copyOf(dropped);
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
        references = List.copyOf(references);
    }

    /** Whether it took the lock, or the transaction had it, in this mode or a stronger one. */
    public boolean holds(Relation relation, LockMode mode) {
        return Stream.concat(locks.stream(), held.stream())
                .anyMatch(each ->
                        each.relation().oid() == relation.oid() && each.mode().isAtLeast(mode));
    }
}
