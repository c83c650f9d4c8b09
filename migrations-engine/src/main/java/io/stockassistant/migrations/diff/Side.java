package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A side of a comparison, as it stands.
 *
 * @param built where the shadow has it, unless it is a database in use
 * @param live the database in use, if it is one
 */
public record Side(Catalog catalog, Optional<ShadowDatabase> built, Optional<LiveSide> live) {

    /** A database in use, as it was read. */
    public static Side of(LiveSide live) {
        return new Side(live.catalog(), Optional.empty(), Optional.of(live));
    }

    /**
     * In what another side differs from this one. What a database in use has been given itself, a comment for one, is no
     * matter of scripts that say nothing of it.
     */
    public List<Difference> differences(Side other) throws SQLException {
        List<Difference> differences = catalog.differences(other.catalog());
        if (built.isPresent() != other.built().isPresent()) {
            differences = differences.stream()
                    .filter(each -> each.kind() != Kind.DATABASE
                            || (built.isPresent() ? each.expected() : each.actual()) != null)
                    .toList();
        }
        List<Difference> left = (other.built().isPresent() ? other : this).real(differences);
        if (built.isEmpty() || other.built().isEmpty() || left.isEmpty()) {
            return left;
        }
        List<Difference> back = real(other.catalog().differences(catalog));
        return left.stream()
                .filter(each -> back.stream()
                        .anyMatch(same ->
                                same.kind() == each.kind() && same.object().equals(each.object())))
                .toList();
    }

    /** Those that remain when the server is asked, as far as it has this side. */
    private List<Difference> real(List<Difference> differences) throws SQLException {
        if (built.isEmpty() || differences.isEmpty()) {
            return differences;
        }
        try (Connection connection = built.get().open("")) {
            return new Rereading(connection, catalog).real(differences);
        }
    }
}
