package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.script.Migration;
import java.sql.SQLException;

/** What stands in the tables while migrations go up and down. */
interface Rows {

    /** Leaves tables as they are. */
    Rows NONE = new Rows() {};

    /** Before a migration goes up. */
    default void fill(Line line) throws SQLException {}

    /** It went up, and is about to be undone. */
    default void beforeUndo(Line line, Migration migration) throws SQLException {}

    /** It was undone. */
    default void afterUndo(Line line, Migration migration) throws SQLException {}

    /** It went up again. */
    default void afterRedo(Line line, Migration migration) throws SQLException {}
}
