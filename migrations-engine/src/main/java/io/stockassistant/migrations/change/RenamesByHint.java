package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.util.List;

/** One rename that somebody asked for. */
record RenamesByHint(Rename rename) implements Pass {

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        return isDue(stage.now(), stage.wanted()) ? List.of(statement(rename)) : List.of();
    }

    /** A hint stays in the models after its rename has become a migration; then it has nothing to say. */
    boolean isDue(Catalog now, Catalog wanted) {
        return exists(now, rename.from()) && exists(wanted, rename.to()) && !exists(now, rename.to());
    }

    private boolean exists(Catalog catalog, String name) {
        if (rename.subject() == Rename.Subject.ENUM_VALUE) {
            return catalog.find(Kind.ENUM, rename.parent())
                    .flatMap(each -> each.find("labels"))
                    .filter(labels -> EnumLabels.of(labels).contains(name))
                    .isPresent();
        }
        return catalog.find(kind(rename.subject()), rename.parent() + "." + name)
                .isPresent();
    }

    private static Kind kind(Rename.Subject subject) {
        return subject == Rename.Subject.ENUM_VALUE ? Kind.ENUM : Kind.valueOf(subject.name());
    }

    static SchemaStatement statement(Rename rename) {
        String parent = rename.parent();
        String names = rename.from() + " TO " + rename.to();
        String sql = switch (rename.subject()) {
            case TABLE -> "ALTER TABLE " + parent + "." + rename.from() + " RENAME TO " + rename.to();
            case COLUMN -> "ALTER TABLE " + parent + " RENAME COLUMN " + names;
            case CONSTRAINT -> "ALTER TABLE " + parent + " RENAME CONSTRAINT " + names;
            case INDEX -> "ALTER INDEX " + parent + "." + rename.from() + " RENAME TO " + rename.to();
            case SEQUENCE -> "ALTER SEQUENCE " + parent + "." + rename.from() + " RENAME TO " + rename.to();
            case ENUM_VALUE ->
                "ALTER TYPE " + parent + " RENAME VALUE " + Literals.quote(rename.from()) + " TO "
                        + Literals.quote(rename.to());
        };
        String object = rename.subject() == Rename.Subject.ENUM_VALUE ? parent : parent + "." + rename.from();
        return SchemaStatement.of(Action.RENAME, kind(rename.subject()), object, sql);
    }
}
