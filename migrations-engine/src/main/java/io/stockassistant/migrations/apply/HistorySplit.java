package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Splits the rows of a history that several modules share. Pure: rows and scripts in, rows by module and problems out.
 *
 * <ul>
 *   <li>A row goes to the module whose script it is about: see {@link ScriptOwners}. The script becomes the file's name,
 *       as Flyway calls it when it is pointed at the module alone; user, time, duration, checksum and description stay.
 *       Ranks count from 1 in each module, in the old order.
 *   <li>A row that takes a version back (DELETE, UNDO) follows the row that it takes back. It becomes a DELETE row with
 *       that one's script and checksum: what open-source Flyway understands.
 *   <li>A repeatable's rows go along, all of them; whether it has changed since is for the next upgrade to see.
 *   <li>Flyway's BASELINE row stands for everything up to its version, so each module with a migration up to there gets
 *       a copy. Its SCHEMA row, which says what {@code clean} may drop, stays behind.
 *   <li>What was applied, taken back, and has no file any more, stays behind: nothing of it is in the database.
 *   <li>A failed row, a script that is nobody's or several modules', an edited file: problems, all of them at once.
 * </ul>
 */
final class HistorySplit {

    private final ScriptOwners owners;
    private final List<OwnScripts> modules;
    private final Set<String> ignored;
    private final Map<String, List<Adoption.Row>> rows = new LinkedHashMap<>();
    private final List<Adoption.Left> left = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Object, Taken> last = new HashMap<>();

    /** The newest row that applied something, and the module that got it, if one did. */
    private record Taken(HistoryRow row, Optional<String> module, String script) {}

    HistorySplit(List<OwnScripts> modules, Map<String, String> assigned, Set<String> ignored) {
        this.modules = List.copyOf(modules);
        this.owners = new ScriptOwners(modules, assigned);
        this.ignored = ignored;
    }

    /** @param all by rank */
    HistorySplit split(List<HistoryRow> all) {
        Set<HistoryRow> takenBack = takenBack(all);
        for (HistoryRow row : all) {
            if (!row.success()) {
                problems.add(AdoptionProblems.failed(row));
            } else if (row.type().equals("SCHEMA")) {
                leave(row, "it says which schemas Flyway created");
            } else if (row.type().equals("BASELINE") && row.version() != null) {
                copyBaseline(row, row.version());
            } else if (isRemoval(row)) {
                takeBack(row);
            } else {
                give(row, takenBack.contains(row));
            }
        }
        return this;
    }

    /** By module, in the order in which they got their first. */
    Map<String, List<Adoption.Row>> rows() {
        return rows;
    }

    List<Adoption.Left> left() {
        return left;
    }

    List<Problem> problems() {
        return problems;
    }

    private static Set<HistoryRow> takenBack(List<HistoryRow> all) {
        Set<HistoryRow> found = new HashSet<>();
        Map<Object, List<HistoryRow>> open = new HashMap<>();
        for (HistoryRow row : all) {
            if (isRemoval(row)) {
                Optional.ofNullable(open.remove(key(row))).ifPresent(found::addAll);
            } else {
                open.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
            }
        }
        return found;
    }

    private static boolean isRemoval(HistoryRow row) {
        return row.type().equals("DELETE") || row.type().startsWith("UNDO_");
    }

    /** What a row is about: Flyway knows a repeatable by its description. */
    private static Object key(HistoryRow row) {
        return row.version() == null ? row.description() : row.version();
    }

    private void copyBaseline(HistoryRow row, Version baseline) {
        List<String> covered = modules.stream()
                .filter(each -> each.versions().stream().anyMatch(version -> version.compareTo(baseline) <= 0))
                .map(OwnScripts::module)
                .toList();
        covered.forEach(each -> add(each, row, row, row.type(), row.script()));
        if (covered.isEmpty()) {
            leave(row, "no module has a migration up to the baseline");
        }
    }

    private void takeBack(HistoryRow row) {
        Taken taken = last.remove(key(row));
        Optional<String> module = taken == null ? Optional.empty() : taken.module();
        if (taken == null || module.isEmpty()) {
            leave(row, taken == null ? "it takes back what was not applied" : "it takes back what stays behind");
        } else {
            add(module.get(), row, taken.row(), "DELETE", taken.script());
        }
    }

    private void give(HistoryRow row, boolean takenBack) {
        Optional<String> module = Optional.empty();
        String script = ScriptOwners.name(row);
        List<OwnScripts> found = owners.list(row);
        if (ignored.contains(row.script())) {
            leave(row, "it is to be ignored");
        } else if (found.size() == 1) {
            module = Optional.of(found.get(0).module());
            check(row, found.get(0), takenBack);
            script = found.get(0).findScript(script).orElse(script);
            add(module.get(), row, row, row.type(), script);
        } else if (found.isEmpty() && takenBack) {
            leave(row, "its file is gone, and it was taken back");
        } else {
            problems.add(
                    found.isEmpty()
                            ? AdoptionProblems.nobodys(row, owners.findRenamed(row))
                            : AdoptionProblems.severals(row, found));
        }
        last.put(key(row), new Taken(row, module, script));
    }

    /** What was taken back is pending now, and its file may have changed. */
    private void check(HistoryRow row, OwnScripts module, boolean takenBack) {
        String name = ScriptOwners.name(row);
        if (row.isOfScript() && module.findScript(name).isEmpty()) {
            problems.add(AdoptionProblems.noSuchFile(row, module.module()));
        } else if (!takenBack && module.checksums().containsKey(name)) {
            Integer now = module.findChecksum(name).orElse(null);
            if (!Objects.equals(row.checksum(), now)) {
                problems.add(AdoptionProblems.edited(row, module.module(), now));
            }
        }
    }

    private void add(String module, HistoryRow copied, HistoryRow said, String type, String script) {
        List<Adoption.Row> own = rows.computeIfAbsent(module, name -> new ArrayList<>());
        own.add(new Adoption.Row(own.size() + 1, copied, said, type, script));
    }

    private void leave(HistoryRow row, String why) {
        left.add(new Adoption.Left(row, why));
    }
}
