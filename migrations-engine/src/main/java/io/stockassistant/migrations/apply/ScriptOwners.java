package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whose script a row of a shared history is about. The file's name says it; where several modules have a file of that
 * name, its checksum does, and then a folder in the path that Flyway records for files in sub-folders. A Java migration
 * is that of the module in whose package it lies. What was assigned by hand counts before all of this.
 */
final class ScriptOwners {

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    private final List<OwnScripts> modules;
    private final Map<String, String> assigned;

    ScriptOwners(List<OwnScripts> modules, Map<String, String> assigned) {
        this.modules = modules;
        this.assigned = assigned;
    }

    /** None, or several where nothing tells them apart. */
    List<OwnScripts> list(HistoryRow row) {
        if (assigned.containsKey(row.script())) {
            return those(each -> each.module().equals(assigned.get(row.script())));
        }
        if (isOfClass(row)) {
            int end = Math.max(row.script().lastIndexOf('.'), 0);
            return those(each -> each.hasPackage(row.script().substring(0, end)));
        }
        String name = name(row);
        List<OwnScripts> named = those(each -> each.findScript(name).isPresent());
        if (named.size() < 2) {
            return named;
        }
        List<OwnScripts> same = named.stream()
                .filter(each -> each.findChecksum(name)
                        .filter(checksum -> Objects.equals(checksum, row.checksum()))
                        .isPresent())
                .toList();
        List<OwnScripts> left = same.isEmpty() ? named : same;
        List<String> folders = folders(row);
        List<OwnScripts> placed =
                left.stream().filter(each -> each.isNamedIn(folders)).toList();
        return placed.size() == 1 ? placed : left;
    }

    private List<OwnScripts> those(Predicate<OwnScripts> condition) {
        return modules.stream().filter(condition).toList();
    }

    /** A module that has not applied the script under another name: somebody renamed the file. */
    Optional<String> findRenamed(HistoryRow row) {
        return modules.stream()
                .flatMap(each -> each.checksums().keySet().stream()
                        .filter(name -> row.checksum() != null
                                && row.checksum().equals(each.findChecksum(name).orElse(null)))
                        .map(name -> name + " of module " + each.module()))
                .findFirst();
    }

    /** Whether it is about a Java class: {@code db.migration.V2__Words}, for example. */
    static boolean isOfClass(HistoryRow row) {
        return row.type().endsWith("JDBC");
    }

    /** The file's name, without the folders that Flyway records before it. */
    static String name(HistoryRow row) {
        String[] parts = SEPARATOR.split(row.script(), -1);
        return isOfClass(row) ? row.script() : parts[parts.length - 1];
    }

    private static List<String> folders(HistoryRow row) {
        String[] parts = SEPARATOR.split(row.script(), -1);
        return Arrays.asList(parts).subList(0, parts.length - 1);
    }
}
