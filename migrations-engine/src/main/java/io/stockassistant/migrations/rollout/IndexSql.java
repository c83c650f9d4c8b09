package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.change.Hazard;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.module.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements that replace an index by another one without a moment in which there is none. Each list may be run again
 * from its beginning, wherever it stopped.
 */
final class IndexSql {

    private static final String SUFFIX = "_new";
    private static final int LONGEST_NAME = 63;

    private final List<SchemaStatement> statements = new ArrayList<>();

    private IndexSql() {}

    /** Either may be missing. */
    static List<SchemaStatement> swap(Optional<BuiltIndex> before, Optional<BuiltIndex> after) {
        IndexSql sql = new IndexSql();
        if (after.isEmpty()) {
            before.ifPresent(sql::drop);
        } else if (before.isPresent()
                && before.get().index().qualified().equals(after.get().index().qualified())) {
            sql.replace(before.get(), after.get());
        } else {
            sql.build(after.get(), after.get().index().name(), true);
            if (after.get().constraint() != null) {
                sql.attachOnce(
                        before.map(BuiltIndex::constraint).orElse(null),
                        after.get().constraint());
            }
        }
        after.ifPresent(sql::comment);
        return sql.statements;
    }

    private void drop(BuiltIndex old) {
        CatalogObject constraint = old.constraint();
        if (constraint == null) {
            add(
                    Action.DROP,
                    old.index(),
                    "DROP INDEX CONCURRENTLY IF EXISTS " + old.index().qualified());
        } else {
            add(
                    Action.DROP,
                    constraint,
                    "ALTER TABLE " + old.table() + " DROP CONSTRAINT IF EXISTS " + constraint.name());
        }
    }

    private void build(BuiltIndex index, String name, boolean again) {
        List<Hazard> hazards = new ArrayList<>(List.of(Sentences.NON_TRANSACTIONAL));
        if (index.isUnique()) {
            hazards.add(Sentences.DUPLICATES);
        }
        add(Action.CREATE, index.index(), index.creation(name, again), hazards);
    }

    private void attachOnce(@Nullable CatalogObject old, CatalogObject key) {
        add(
                Action.CREATE,
                key,
                """
                DO $$
                BEGIN
                    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = %s::regclass AND conname = %s) THEN
                        ALTER TABLE %s %s%s;
                    END IF;
                END $$""".formatted(
                                Literals.quote(key.parent()),
                                Literals.quote(Identifiers.unquote(key.name())),
                                key.parent(),
                                old == null ? "" : "DROP CONSTRAINT IF EXISTS " + old.name() + ", ",
                                BuiltIndex.addition(key, key.name())),
                List.of(Sentences.REFUSES));
    }

    /** Two with one name: what an interrupted run has built under the other name is not trusted. */
    private void replace(BuiltIndex old, BuiltIndex index) {
        String name = otherName(index.index().name());
        String qualified = index.index().parent() + "." + name;
        add(Action.DROP, index.index(), "DROP INDEX CONCURRENTLY IF EXISTS " + qualified);
        build(index, name, false);
        CatalogObject key = index.constraint();
        if (key == null) {
            if (old.isKey()) {
                drop(old);
            }
            add(
                    Action.DROP,
                    old.index(),
                    "DROP INDEX CONCURRENTLY IF EXISTS " + index.index().qualified());
            add(
                    Action.RENAME,
                    index.index(),
                    "ALTER INDEX IF EXISTS " + qualified + " RENAME TO "
                            + index.index().name(),
                    List.of());
        } else if (old.isKey()) {
            add(
                    Action.CREATE,
                    key,
                    "ALTER TABLE " + key.parent() + " DROP CONSTRAINT IF EXISTS " + key.name() + ", "
                            + BuiltIndex.addition(key, name),
                    List.of(Sentences.REFUSES));
        } else {
            add(
                    Action.CREATE,
                    key,
                    """
                    DO $$
                    BEGIN
                        ALTER TABLE %1$s DROP CONSTRAINT IF EXISTS %2$s;
                        DROP INDEX IF EXISTS %3$s;
                        ALTER TABLE %1$s %4$s;
                    END $$""".formatted(key.parent(), key.name(), index.index().qualified(), BuiltIndex.addition(key, name)),
                    List.of(Sentences.REFUSES));
        }
    }

    private void comment(BuiltIndex index) {
        Comments.of(index.index(), false).ifPresent(statements::add);
        CatalogObject constraint = index.constraint();
        if (constraint != null) {
            Comments.of(constraint, false).ifPresent(statements::add);
        }
    }

    private void add(Action action, CatalogObject object, String sql) {
        add(action, object, sql, Transactions.isRefused(sql) ? List.of(Sentences.NON_TRANSACTIONAL) : List.of());
    }

    private void add(Action action, CatalogObject object, String sql, List<Hazard> hazards) {
        statements.add(new SchemaStatement(
                action, object.kind(), object.qualified(), sql, !Transactions.isRefused(sql), hazards));
    }

    /** Of an index that is built beside one whose name it is to have. */
    static String otherName(String name) {
        String bare = Identifiers.unquote(name);
        while (bare.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - SUFFIX.length()) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String other = bare + SUFFIX;
        return name.startsWith("\"") ? Identifiers.quote(other) : other;
    }
}
