package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migrations;
import java.util.ArrayList;
import java.util.List;

/** What of a module's migrations is not in the database, or only in part. */
public final class Pending {

    private Pending() {}

    /** The versioned ones, oldest first, and then the repeatable ones that are new or have changed. */
    public static List<Change> list(Migrations files, Histories histories, String module) {
        Migrations seen = Baselines.seenBy(files, histories);
        List<Change> pending = new ArrayList<>();
        seen.list(module).stream()
                .filter(each -> !histories.holds(each) || histories.isFailed(each))
                .forEach(pending::add);
        seen.listRepeatables(module).stream()
                .filter(each -> !histories.holds(each))
                .forEach(pending::add);
        return pending;
    }
}
