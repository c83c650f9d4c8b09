package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statements with which a script for psql refuses a database that is not the one that it was written for. */
public final class OfflineGuard {

    private final Modules modules;
    private final Map<String, ModuleHistory> known = new LinkedHashMap<>();
    private final Set<String> names;

    /** @param known the modules of which the script knows the whole history, by name */
    OfflineGuard(Modules modules, Set<String> known) {
        this.modules = modules;
        this.names = known;
    }

    /**
     * A guard of the modules whose histories are known as a whole.
     *
     * @param histories their histories; of other modules, only what the steps need is looked for
     */
    public static OfflineGuard of(Modules modules, Map<String, ModuleHistory> histories) {
        OfflineGuard guard = new OfflineGuard(modules, histories.keySet());
        guard.known.putAll(histories);
        return guard;
    }

    /** Takes a lock of the session, or fails: nobody waits inside a statement. */
    String lock(long key) {
        return block("""
                IF NOT pg_try_advisory_lock(%d) THEN
                    RAISE EXCEPTION 'another run is at work in this database';
                END IF;""".formatted(key));
    }

    /** That the modules are where the plan begins, and what it needs of the others is there. */
    List<String> checks(Plan plan) {
        List<String> checks = new ArrayList<>();
        known.forEach((name, history) -> checks.add(isAt(modules.get(name), history)));
        needed(plan).forEach(each -> checks.add(isApplied(each)));
        return checks;
    }

    private Collection<Revision> needed(Plan plan) {
        Set<Revision> needed = new LinkedHashSet<>();
        plan.steps().forEach(step -> {
            if (step.change() instanceof Migration migration) {
                migration.upgrade().header().dependsOn().stream()
                        .filter(each -> !names.contains(each.module()))
                        .forEach(needed::add);
            }
        });
        return needed;
    }

    private String isAt(Module module, ModuleHistory history) {
        Set<String> versions = new TreeSet<>();
        history.applied().keySet().forEach(each -> versions.add(each.toString()));
        history.findBaseline().map(Version::toString).ifPresent(versions::add);
        String expected = String.join(", ", versions);
        String table = module.history().quoted();
        return block("""
                IF to_regclass(%1$s) IS NOT NULL THEN
                    SELECT string_agg(version, ', ' ORDER BY version COLLATE "C") INTO actual FROM (
                        SELECT DISTINCT ON (version) version, type FROM %2$s
                        WHERE version IS NOT NULL ORDER BY version, installed_rank DESC
                    ) AS latest WHERE type <> 'DELETE';
                END IF;
                IF coalesce(actual, '') <> %3$s THEN
                    RAISE EXCEPTION 'this script was written for another state of module %%', %4$s
                        USING DETAIL = 'applied here: ' || coalesce(actual, 'nothing') || '; expected: ' || %5$s;
                END IF;""".formatted(
                        Literals.quote(table),
                        table,
                        Literals.quote(expected),
                        Literals.quote(module.name()),
                        Literals.quote(expected.isEmpty() ? "nothing" : expected)));
    }

    private String isApplied(Revision revision) {
        String table = modules.get(revision.module()).history().quoted();
        return block("""
                SELECT type INTO actual FROM %1$s
                WHERE version = %2$s OR type = 'BASELINE' ORDER BY installed_rank DESC LIMIT 1;
                IF coalesce(actual, 'DELETE') = 'DELETE' THEN
                    RAISE EXCEPTION 'this script needs %%, which is not applied', %3$s;
                END IF;""".formatted(
                        table, Literals.quote(revision.version().toString()), Literals.quote(revision.toString())));
    }

    private static String block(String body) {
        String tag = "$guard$";
        while (body.contains(tag)) {
            tag = tag.substring(0, tag.length() - 1) + "_$"; // a name in it may look like the tag
        }
        return "DO " + tag + " DECLARE actual text; BEGIN\n" + body.indent(4) + "END " + tag;
    }
}
