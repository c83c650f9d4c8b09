package io.stockassistant.migrations.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a project makes of lint.
 *
 * @param failOn from which severity on findings are an error of the command
 * @param rules by code
 * @param modules by the name of the module, and then by code; they go before those of all modules
 * @param smallTable the number of rows up to which a table of the live database is too small to hold up anybody
 * @param names what names are made of, by kind
 */
public record LintSettings(
        Severity failOn,
        Map<String, Level> rules,
        Map<String, Map<String, Level>> modules,
        long smallTable,
        Map<String, String> names) {

    public static final LintSettings DEFAULTS = new LintSettings(Severity.ERROR, Map.of(), Map.of(), 0, Map.of());

    public LintSettings {
        rules = Map.copyOf(rules);
        modules = Map.copyOf(modules);
        names = Map.copyOf(names);
    }

    /** The same with another threshold. */
    public LintSettings failingOn(Severity severity) {
        return new LintSettings(severity, rules, modules, smallTable, names);
    }

    /** The same with what is made of a rule for which the project says nothing. */
    public LintSettings unlessSaid(String code, Level level) {
        Map<String, Level> all = new HashMap<>(rules);
        all.putIfAbsent(code, level);
        return new LintSettings(failOn, all, modules, smallTable, names);
    }

    /** How bad a finding in a module is; empty if it is not to be said. */
    Optional<Severity> severity(String code, Severity otherwise, String module) {
        Level level = modules.getOrDefault(module, Map.of()).getOrDefault(code, rules.get(code));
        return level == null ? Optional.of(otherwise) : level.findSeverity();
    }
}
