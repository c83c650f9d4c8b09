package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.Hazard;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The hazards that safer statements have, and those that they have no more. */
final class Sentences {

    /** What reading all rows under a lock would have brought. */
    private static final Set<HazardCode> OF_SCAN = Set.of(HazardCode.LOCK, HazardCode.DATA_DEPENDENT);

    static final Hazard NON_TRANSACTIONAL =
            new Hazard(HazardCode.NON_TRANSACTIONAL, "Runs in no transaction: what it has done stays if it fails.");

    static final Hazard DUPLICATES = new Hazard(HazardCode.DATA_DEPENDENT, "Fails if two rows are equal.");

    static final Hazard REFUSES =
            new Hazard(HazardCode.BACKWARD_INCOMPATIBLE, "Rows that do not meet it are refused from now on.");

    private Sentences() {}

    static Hazard unmet(String table) {
        return new Hazard(HazardCode.DATA_DEPENDENT, "Fails if a row of " + table + " does not meet it.");
    }

    static Hazard isNull(String column) {
        return new Hazard(HazardCode.DATA_DEPENDENT, "Fails if " + column + " is null in any row.");
    }

    static Hazard refusesNull(String column) {
        return new Hazard(HazardCode.BACKWARD_INCOMPATIBLE, "Rows without " + column + " are refused from now on.");
    }

    /** A row that is written has to meet what rows at rest need not meet yet. */
    static SchemaStatement meetsNewChecks(SchemaStatement filling) {
        List<Hazard> hazards = new ArrayList<>(filling.hazards());
        hazards.add(new Hazard(
                HazardCode.DATA_DEPENDENT, "Fails if one of the rows that it changes does not meet a new check."));
        return filling.with(hazards);
    }

    /** The hazards of a statement that reads no rows any more. */
    static List<Hazard> withoutScan(SchemaStatement statement) {
        return statement.hazards().stream()
                .filter(each -> !OF_SCAN.contains(each.code()))
                .toList();
    }
}
