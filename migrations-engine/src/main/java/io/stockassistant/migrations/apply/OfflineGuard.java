package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
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
import java.util.stream.Collectors;

/** The statements with which a script for psql refuses a database that is not the one that it was written for. */
public final class OfflineGuard {

    private final Migrations migrations;
    private final Modules modules;
    private final Map<String, ModuleHistory> known;

    private OfflineGuard(Migrations migrations, Map<String, ModuleHistory> known) {
        this.migrations = migrations;
        this.modules = migrations.modules();
        this.known = new LinkedHashMap<>(known);
    }

    /**
     * A guard of the modules whose histories are known as a whole.
     *
     * @param histories their histories; of other modules, only what the steps need is looked for
     */
    public static OfflineGuard of(Migrations migrations, Map<String, ModuleHistory> histories) {
        return new OfflineGuard(migrations, histories);
    }

    /** Takes a lock of the session, or fails: nobody waits inside a statement. */
    static String lock(long key) {
        return block("locked boolean", """
                    SELECT pg_try_advisory_lock(%d) INTO locked;
                    IF NOT locked THEN
                        RAISE EXCEPTION 'another run is at work in this database';
                    END IF;
                """.formatted(key));
    }

    /**
     * That nothing stopped in the middle, that the modules are where the plan begins, and that what it needs of the others
     * is there.
     */
    List<String> checks(Plan plan) {
        List<String> checks = new ArrayList<>();
        concerned(plan).forEach(each -> checks.add(hasNotStopped(modules.get(each))));
        known.forEach((name, history) -> checks.add(isAt(modules.get(name), history)));
        needed(plan).forEach(each -> checks.add(isApplied(each)));
        for (Step step : plan.steps()) {
            ModuleHistory history = known.get(step.module());
            if (step.recorded() && history != null && step.change() instanceof Migration each && each.isBaseline()) {
                TakeoverGuard.findBody(modules.get(step.module()), history, each)
                        .ifPresent(body -> checks.add(block("actual text", body)));
            }
        }
        return checks;
    }

    /** As for a run: the modules that are known or have steps, and those that they build on. */
    private Set<String> concerned(Plan plan) {
        Set<String> concerned = new LinkedHashSet<>(known.keySet());
        plan.steps().stream().map(Step::module).forEach(concerned::add);
        List.copyOf(concerned).forEach(each -> concerned.addAll(modules.dependenciesOf(each)));
        return concerned;
    }

    private Collection<Revision> needed(Plan plan) {
        Set<Revision> needed = new LinkedHashSet<>();
        plan.steps().forEach(step -> {
            if (step.change() instanceof Migration migration) {
                migrations.listNeededBy(migration).stream()
                        .filter(each -> !known.containsKey(each.module()))
                        .forEach(needed::add);
            }
        });
        return needed;
    }

    private static String hasNotStopped(Module module) {
        String name = Literals.quote(module.name());
        return question(module, """
                        SELECT CASE WHEN version IS NULL THEN script || ' of ' || %1$s ELSE %1$s || '@' || version END,
                            'Look at ' || script || ', take back by hand what it had done, then run ''migrations repair '
                                || %1$s || coalesce('@' || version, '') || '''.'
                        INTO found, help FROM held WHERE NOT success AND rank = latest ORDER BY rank LIMIT 1;
                """.formatted(name), """
                    IF found IS NOT NULL THEN
                        RAISE EXCEPTION '% stopped in the middle: some of its statements have been carried out, others have not', found
                            USING HINT = help;
                    END IF;
                """);
    }

    private static String isAt(Module module, ModuleHistory history) {
        Set<Version> versions = new TreeSet<>(history.applied().keySet());
        history.findBaseline().ifPresent(versions::add);
        String expected = versions.stream().map(HeldRows::canonical).collect(Collectors.joining(", "));
        return question(module, """
                        SELECT string_agg(array_to_string(key, '.'), ', ' ORDER BY key) INTO found
                        FROM (SELECT DISTINCT key FROM held WHERE key IS NOT NULL) AS versions;
                """, """
                    IF coalesce(found, '') <> %1$s THEN
                        RAISE EXCEPTION 'this script was written for another state of module %%', %2$s
                            USING DETAIL = 'applied here: ' || coalesce(found, 'nothing') || '; expected: ' || %3$s;
                    END IF;
                """.formatted(
                        Literals.quote(expected),
                        Literals.quote(module.name()),
                        Literals.quote(expected.isEmpty() ? "nothing" : expected)));
    }

    private String isApplied(Revision revision) {
        String key = HeldRows.key(Literals.quote(revision.version().toString()));
        return question(
                modules.get(revision.module()), """
                        SELECT version INTO found FROM held
                        WHERE success AND (key = %1$s OR baseline AND key > %1$s) LIMIT 1;
                """.formatted(key), """
                    IF found IS NULL THEN
                        RAISE EXCEPTION 'this script needs %%, which is not applied', %s;
                    END IF;
                """.formatted(Literals.quote(revision.toString())));
    }

    private static String question(Module module, String query, String answer) {
        String table = module.history().quoted();
        return block(
                "found text; help text",
                "    IF to_regclass(" + Literals.quote(table) + ") IS NOT NULL THEN\n" + HeldRows.of(table) + query
                        + "    END IF;\n" + answer);
    }

    /** A block of PL/pgSQL; names and values in it may look like the tag around it. */
    static String block(String declared, String body) {
        String tag = "$guard$";
        while (body.contains(tag)) {
            tag = tag.substring(0, tag.length() - 1) + "_$";
        }
        return "DO " + tag + " DECLARE " + declared + "; BEGIN\n" + body + "END " + tag;
    }
}
