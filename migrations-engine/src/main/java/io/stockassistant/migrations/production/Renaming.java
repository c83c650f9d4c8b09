package io.stockassistant.migrations.production;

import io.stockassistant.migrations.production.PlannedTable.Column;
import io.stockassistant.migrations.production.PlannedTable.Origin;
import java.sql.SQLException;
import java.util.Optional;

/** Follows what creates names and changes them. */
final class Renaming {

    private Renaming() {}

    static void follow(Effect effect, PlannedNames names) throws SQLException {
        if (effect instanceof Effect.CreateTable create) {
            names.create(create.table());
        } else if (effect instanceof Effect.CreateSchema create) {
            names.createSchema(create.schema());
        } else if (effect instanceof Effect.AddColumn add) {
            add(add, names);
        } else if (effect instanceof Effect.RenameTable rename) {
            names.findPlace(rename.table()).ifPresent(from -> names.move(from, new Name(from.schema(), rename.to())));
        } else if (effect instanceof Effect.MoveTable move) {
            names.findPlace(move.table()).ifPresent(from -> names.move(from, from.in(move.schema())));
        } else if (effect instanceof Effect.RenameColumn rename) {
            rename(rename, names);
        } else if (effect instanceof Effect.RenameSchema rename) {
            names.renameSchema(rename.from(), rename.to());
        } else if (effect instanceof Effect.SearchPath path) {
            names.search(path.schemas());
        } else if (effect instanceof Effect.Attach attach) {
            attach(attach, names);
        }
    }

    private static void add(Effect.AddColumn add, PlannedNames names) throws SQLException {
        Optional<PlannedTable> table = names.find(add.table());
        if (table.isPresent() && names.findColumn(table.get(), add.column()).isEmpty()) {
            table.get().put(add.column(), Optional.of(new Column(Origin.NEW, add.column())));
        }
    }

    private static void rename(Effect.RenameColumn rename, PlannedNames names) throws SQLException {
        Optional<PlannedTable> table = names.find(rename.table());
        if (table.isPresent()) {
            Optional<Column> column = names.findColumn(table.get(), rename.from());
            table.get().put(rename.to(), column);
            table.get().put(rename.from(), Optional.empty());
        }
    }

    /** Dropped with a new parent, a table of the live database would go unseen. */
    private static void attach(Effect.Attach attach, PlannedNames names) {
        boolean isNew = names.find(attach.child())
                .filter(child -> child.origin() == Origin.NEW)
                .isPresent();
        Optional<Name> parent = names.findPlace(attach.parent());
        if (!isNew
                && names.find(attach.parent())
                        .filter(each -> each.origin() == Origin.NEW)
                        .isPresent()) {
            parent.ifPresent(names::lose);
        }
    }
}
