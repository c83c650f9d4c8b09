package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index that comes, goes, or becomes another one.
 *
 * @param replaced where the statements stand that drop and create it
 * @param before the qualified name of the index that goes, if any
 * @param after the qualified name of the one that comes, if any
 * @param newKeyOf the table that gets a unique index or a key, if any
 */
record IndexChange(
        Set<Integer> replaced,
        @Nullable String before,
        @Nullable String after,
        @Nullable String newKeyOf) implements Safer {

    @Override
    public List<SchemaStatement> first() {
        return List.of();
    }

    @Override
    public List<SchemaStatement> firstBack() {
        return List.of();
    }

    @Override
    public Place place() {
        return Place.INDEXES;
    }

    @Override
    public List<SchemaStatement> later(Catalog settled, Catalog wanted) {
        return IndexSql.swap(find(settled, before), find(wanted, after));
    }

    @Override
    public List<SchemaStatement> back(Catalog settled, Catalog wanted) {
        return IndexSql.swap(find(wanted, after), find(settled, before));
    }

    /** One that is gone with its column is not there to be dropped. */
    private static Optional<BuiltIndex> find(Catalog catalog, @Nullable String name) {
        return name == null ? Optional.empty() : BuiltIndex.find(catalog, name);
    }
}
