package io.stockassistant.migrations.production;

import java.util.List;
import java.util.Set;

/** What a statement does to tables, to their columns, and to the names of both. */
sealed interface Effect {

    record DropTable(Name table, boolean ifExists) implements Effect {}

    record DropColumn(Name table, String column, boolean ifExists) implements Effect {}

    record DropSchema(String schema, boolean ifExists) implements Effect {}

    /** Takes every row. */
    record Empty(Name table) implements Effect {}

    /** Puts something else in the place of a column's values. */
    record Rewrite(Name table, String column) implements Effect {}

    /** Takes what no statement names. */
    record Unknown(String what) implements Effect {}

    record CreateTable(Name table) implements Effect {}

    record AddColumn(Name table, String column) implements Effect {}

    record CreateSchema(String schema) implements Effect {}

    record RenameTable(Name table, String to) implements Effect {}

    record MoveTable(Name table, String schema) implements Effect {}

    record RenameColumn(Name table, String from, String to) implements Effect {}

    record RenameSchema(String from, String to) implements Effect {}

    /** From now on one table shows the rows of another. */
    record Attach(Name parent, Name child) implements Effect {}

    /** @param schemas none when nobody can say which they are */
    record SearchPath(List<String> schemas) implements Effect {}

    /** What happened before may not have happened: a savepoint was gone back to, or a block decided for itself. */
    record Unsure() implements Effect {}

    /** Something was run that cannot be read. */
    record Unread() implements Effect {}

    /** A function or procedure, and what it does when it is called. */
    record Define(String routine, List<Effect> effects) implements Effect {}

    record Call(Set<String> routines) implements Effect {}
}
