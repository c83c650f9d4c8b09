package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Scope;
import java.util.List;

/**
 * The part of a database that is compared: one schema without the history of its migrations.
 *
 * @param name as the server keeps it, without quotes
 * @param historyTable the table beside the module's own, without quotes
 */
public record ModuleSchema(String name, String historyTable) {

    Scope scope() {
        return Scope.schemas(List.of(name)).withoutTable(name, historyTable).withPublications();
    }
}
