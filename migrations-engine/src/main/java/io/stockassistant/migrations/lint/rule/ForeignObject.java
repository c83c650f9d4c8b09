package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.ChangedRows;
import io.stockassistant.migrations.effect.DdlCommand;
import io.stockassistant.migrations.effect.DroppedObject;
import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import io.stockassistant.migrations.module.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects of another module that are changed, dropped or written. */
final class ForeignObject implements StatementRule {

    private static final int MOST_TO_NAME = 3;

    /** What is said of tables is said of what makes them up. */
    private static final Set<String> PARTS = Set.of("rule", "type", "composite type", "index", "table column");

    @Override
    public About about() {
        return new About(
                "foreign-object",
                Severity.ERROR,
                "An object of another module is changed, dropped or written",
                "Only its own migrations know what else relies on it, and when they are undone or squashed they do not know"
                        + " of this change.",
                "Write a migration of the module that owns the object: migrations revision -m MODULE. What both need can be a view"
                        + " or a function that the owner provides.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Map<Module, List<String>> owners = new LinkedHashMap<>();
        touched(scene)
                .forEach((does, owner) ->
                        owners.computeIfAbsent(owner, each -> new ArrayList<>()).add(does));
        return owners.entrySet().stream()
                .map(each -> remark(scene, each.getKey(), each.getValue()))
                .toList();
    }

    private static Remark remark(Scene scene, Module owner, List<String> does) {
        return new Remark(
                "A migration of " + scene.migration().module().name() + " "
                        + does.stream()
                                .limit(MOST_TO_NAME)
                                .map(each -> each + " the module " + owner.name())
                                .collect(Collectors.joining(", and "))
                        + (does.size() > MOST_TO_NAME ? ", and " + (does.size() - MOST_TO_NAME) + " things more" : "")
                        + ".",
                "Do it in a migration of " + owner.name() + ": migrations revision -m " + owner.name() + " \"…\"");
    }

    /** What it does, as a part of a sentence, and to whose objects. */
    static Map<String, Module> touched(Scene scene) {
        Map<String, Module> touched = new LinkedHashMap<>();
        StatementEffects effects = scene.effects();
        for (DdlCommand each : effects.commands()) {
            String schema = each.type().equals("schema") ? unquoted(each.identity()) : each.schema();
            String does = each.tag().startsWith("CREATE ")
                    ? "creates " + each.type() + " " + each.identity() + " in the schema of"
                    : "changes " + each.type() + " " + each.identity() + " of";
            findForeignOwner(scene, schema).ifPresent(owner -> touched.put(does, owner));
        }
        for (DroppedObject each : effects.dropped()) {
            String schema = each.type().equals("schema") ? unquoted(each.identity()) : each.schema();
            if ((each.named() || each.dependent()) && !(PARTS.contains(each.type()) && !each.named())) {
                findForeignOwner(scene, schema)
                        .ifPresent(owner -> touched.put("drops " + each.type() + " " + each.identity() + " of", owner));
            }
        }
        effects.renamed().stream()
                .filter(each -> !each.before().schema().equals(each.after().schema()))
                .forEach(each -> findForeignOwner(scene, each.before().schema())
                        .ifPresent(owner -> touched.put("takes " + each.before() + " away from", owner)));
        for (TableState part : effects.created()) {
            scene.migration()
                    .findBefore(part.parent())
                    .map(TableState::relation)
                    .ifPresent(whole ->
                            add(scene, List.of(whole), "creates the partition " + part.relation() + " of", touched));
        }
        if (touched.isEmpty()) {
            add(scene, effects.truncated(), "empties", touched);
            add(scene, effects.rewritten(), "rewrites", touched);
            add(scene, written(effects), "writes rows of", touched);
        }
        if (touched.isEmpty()) {
            add(scene, locked(effects), "locks", touched);
            add(scene, set(scene), "sets", touched);
        }
        return touched;
    }

    /** The module that has a schema, if it is not the migration's own. */
    static Optional<Module> findForeignOwner(Scene scene, String schema) {
        return scene.migration()
                .findOwner(schema)
                .filter(each -> !each.name().equals(scene.migration().module().name()));
    }

    private static void add(Scene scene, List<Relation> tables, String does, Map<String, Module> touched) {
        for (Relation each : scene.migration().wholesOf(tables)) {
            findForeignOwner(scene, each.schema()).ifPresent(owner -> touched.put(does + " " + each + " of", owner));
        }
    }

    /** A statement that could have found rows counts, too. */
    private static List<Relation> written(StatementEffects effects) {
        return Stream.concat(
                        effects.rows().stream().map(ChangedRows::table),
                        effects.locks().stream()
                                .filter(each -> each.mode() == LockMode.ROW_EXCLUSIVE
                                        && each.relation().kind().isTable())
                                .map(TakenLock::relation))
                .distinct()
                .toList();
    }

    /** By LOCK, or by what no event tells of. */
    private static List<Relation> locked(StatementEffects effects) {
        return !effects.commands().isEmpty() || !effects.dropped().isEmpty()
                ? List.of()
                : effects.locks().stream()
                        .filter(each -> each.mode().isAtLeast(LockMode.SHARE)
                                && each.relation().kind().isTable())
                        .map(TakenLock::relation)
                        .toList();
    }

    /** Sequences; who only takes the next number uses them. */
    private static List<Relation> set(Scene scene) {
        return DeepTokens.contains(scene.sql(), "setval") ? sequences(scene.effects()) : List.of();
    }

    static List<Relation> sequences(StatementEffects effects) {
        return effects.locks().stream()
                .filter(each ->
                        each.mode() == LockMode.ROW_EXCLUSIVE && each.relation().kind() == Relation.Kind.SEQUENCE)
                .map(TakenLock::relation)
                .toList();
    }

    static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
