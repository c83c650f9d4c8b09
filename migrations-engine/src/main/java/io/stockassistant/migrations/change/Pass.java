package io.stockassistant.migrations.change;

import java.sql.SQLException;
import java.util.List;

/** One kind of change that the library that compares gets wrong, or does not know. */
interface Pass {

    /** The statements for what this pass knows better; nothing as a rule. They run before the next pass looks. */
    List<SchemaStatement> statements(Stage stage) throws SQLException;
}
