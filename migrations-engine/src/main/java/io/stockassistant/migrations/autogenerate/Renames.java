package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.Rename.Subject;
import io.stockassistant.migrations.module.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what somebody calls by two names: by the one in what there is, by the other in what is wanted.
 *
 * @param before what migrations build
 * @param after what is asked for
 */
record Renames(Catalog before, Catalog after) {

    private static final Map<Subject, Kind> IN_SCHEMA =
            Map.of(Subject.TABLE, Kind.TABLE, Subject.INDEX, Kind.INDEX, Subject.SEQUENCE, Kind.SEQUENCE);
    private static final Map<Subject, Kind> IN_TABLE =
            Map.of(Subject.COLUMN, Kind.COLUMN, Subject.CONSTRAINT, Kind.CONSTRAINT);

    /** Each as a rename, tables first, since what is in them goes by their new names; without those that are none. */
    List<Rename> list(Collection<RenameWords> words) {
        return Rename.inOrder(words.stream()
                .flatMap(each -> find(words, each).stream())
                .distinct()
                .toList());
    }

    /** The one that some words mean, beside others that rename tables. */
    Optional<Rename> find(Collection<RenameWords> all, RenameWords words) {
        List<Rename> tables = new ArrayList<>();
        all.forEach(each -> inSchema(each).ifPresent(tables::add));
        return inSchema(words).or(() -> inOwner(words, tables));
    }

    private Optional<Rename> inSchema(RenameWords words) {
        if (words.owner().isPresent()) {
            return Optional.empty();
        }
        return IN_SCHEMA.entrySet().stream()
                .flatMap(each -> named(before, each.getValue(), words.from())
                        .flatMap(was -> named(after, each.getValue(), words.to())
                                .filter(is -> is.parent().equals(was.parent()))
                                .map(is -> new Rename(each.getKey(), was.parent(), was.name(), is.name())))
                        .stream())
                .findFirst();
    }

    private Optional<Rename> inOwner(RenameWords words, List<Rename> tables) {
        return words.owner().flatMap(owner -> inTable(words, owner, tables).or(() -> value(words, owner)));
    }

    private Optional<Rename> inTable(RenameWords words, String owner, List<Rename> tables) {
        Optional<Rename> renamed = tables.stream()
                .filter(each -> each.subject() == Subject.TABLE)
                .filter(each -> Identifiers.unquote(each.from()).equals(owner)
                        || Identifiers.unquote(each.to()).equals(owner))
                .findFirst();
        String was = renamed.map(Rename::from).map(Identifiers::unquote).orElse(owner);
        String is = renamed.map(Rename::to).map(Identifiers::unquote).orElse(owner);
        return named(before, Kind.TABLE, was)
                .flatMap(old -> named(after, Kind.TABLE, is)
                        .flatMap(table -> IN_TABLE.entrySet().stream()
                                .filter(each -> part(before, each.getValue(), old, words.from())
                                        .isPresent())
                                .flatMap(each -> part(after, each.getValue(), table, words.to())
                                        .map(part -> new Rename(
                                                each.getKey(),
                                                table.qualified(),
                                                part(before, each.getValue(), old, words.from())
                                                        .orElseThrow()
                                                        .name(),
                                                part.name()))
                                        .stream())
                                .findFirst()));
    }

    private Optional<Rename> value(RenameWords words, String type) {
        return named(before, Kind.ENUM, type)
                .filter(each -> hasLabel(each, words.from()))
                .flatMap(was -> after.find(Kind.ENUM, was.qualified()))
                .filter(each -> hasLabel(each, words.to()))
                .map(each -> new Rename(Subject.ENUM_VALUE, each.qualified(), words.from(), words.to()));
    }

    private static boolean hasLabel(CatalogObject type, String label) {
        return type.find("labels")
                .filter(labels -> labels.contains("'" + label.replace("'", "''") + "'"))
                .isPresent();
    }

    private static Optional<CatalogObject> named(Catalog catalog, Kind kind, String name) {
        return catalog.list(kind).stream()
                .filter(each -> Identifiers.unquote(each.name()).equals(name))
                .findFirst();
    }

    private static Optional<CatalogObject> part(Catalog catalog, Kind kind, CatalogObject table, String name) {
        return catalog.list(kind).stream()
                .filter(each -> each.parent().equals(table.qualified()))
                .filter(each -> Identifiers.unquote(each.name()).equals(name))
                .findFirst();
    }
}
