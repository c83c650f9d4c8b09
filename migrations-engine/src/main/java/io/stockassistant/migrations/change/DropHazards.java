package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What it means that an object goes, for good or to be made again. */
final class DropHazards {

    private static final Set<Kind> WITH_CONTENT = Set.of(
            Kind.TABLE, Kind.COLUMN, Kind.SEQUENCE, Kind.ENUM, Kind.DOMAIN, Kind.COMPOSITE_TYPE, Kind.RANGE_TYPE);

    private static final Set<Kind> USED_BY_NAME = Set.of(
            Kind.TABLE,
            Kind.COLUMN,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE,
            Kind.SEQUENCE);

    private DropHazards() {}

    static List<Hazard> of(SchemaStatement statement, Surroundings around) {
        List<Hazard> found = new ArrayList<>();
        String object = statement.object();
        boolean comesBack = around.created().contains(object);
        Optional<CatalogObject> was = around.before().find(statement.kind(), object);
        boolean computed = was.filter(each -> each.has("generated")).isPresent();
        if (comesBack && WITH_CONTENT.contains(statement.kind()) && !computed) {
            found.add(new Hazard(
                    HazardCode.REPLACES_OBJECT,
                    "Another " + statement.kind().word() + " takes the name " + object + "."));
        }
        if (was.isEmpty()) {
            return found;
        }
        String what = switch (statement.kind()) {
            case TABLE -> "All rows of " + object + " are gone.";
            case COLUMN -> computed ? "" : "All values of " + object + " are gone.";
            case SEQUENCE -> "The position of " + object + " is gone.";
            default -> "";
        };
        if (!what.isEmpty()) {
            found.add(new Hazard(HazardCode.DATA_LOSS, what));
            if (statement.kind() != Kind.SEQUENCE) {
                found.add(new Hazard(HazardCode.IRREVERSIBLE, "The way back makes it again without what was in it."));
            }
        }
        if (USED_BY_NAME.contains(statement.kind()) && statement.kind() != Kind.COLUMN && comesBack) {
            found.add(new Hazard(
                    HazardCode.AUTHZ, "Rights on " + object + " that were given outside of the migrations are gone."));
        }
        if (USED_BY_NAME.contains(statement.kind()) && !comesBack) {
            found.add(new Hazard(HazardCode.BACKWARD_INCOMPATIBLE, "Whoever still uses " + object + " fails."));
        }
        return found;
    }
}
