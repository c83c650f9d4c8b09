package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the rows of a shared history.
 *
 * @param rows of each module that gets any, in the order of modules
 * @param left what stays behind, each with the reason
 * @param inPlace the module whose own history the shared one is, and to which all its rows belong; there is nothing to
 *     do then, and {@code rows} is empty
 */
public record Adoption(HistoryTable from, Map<Module, List<Row>> rows, List<Left> left, Optional<Module> inPlace) {

    /**
     * A row of a module's own history.
     *
     * @param rank the new one
     * @param copied whose user, time and duration it keeps
     * @param said whose version, description and checksum it keeps: for a row that takes a migration back, that of the
     *     migration
     */
    public record Row(int rank, HistoryRow copied, HistoryRow said, String type, String script) {}

    /** A row that no module gets. */
    public record Left(HistoryRow row, String why) {}

    /** Whether nothing would be written. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
