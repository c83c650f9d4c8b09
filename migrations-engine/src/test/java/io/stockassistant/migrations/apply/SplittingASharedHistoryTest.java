package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which module gets which row. In each case the modules are alpha (V1__a, V3__c, R__view, V9__both), beta (V2__b,
 * V9__both) and gamma (V9__both, as beta's, in the package db.gamma).
 */
final class SplittingASharedHistoryTest {

    /**
     * @param rows rank, version, type, checksum and script, separated by spaces; a version "-" is none, and a "!" behind
     *     the script means that it failed
     * @param expected "module rank<copied/said type script", "left rank", or "problem code version"
     */
    private record Case(String name, List<String> rows, List<String> options, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case that(String name, List<String> rows, List<String> expected) {
        return new Case(name, rows, List.of(), expected);
    }

    static Stream<Case> cases() {
        return Stream.of(
                that(
                        "rows go to the module of their script, ranks from 1 and in order",
                        List.of("1 1 SQL 1 V1__a.sql", "2 2 SQL 2 V2__b.sql", "3 3 SQL 3 V3__c.sql"),
                        List.of("alpha 1<1/1 SQL V1__a.sql", "alpha 2<3/3 SQL V3__c.sql", "beta 1<2/2 SQL V2__b.sql")),
                that(
                        "the folders of a script are left away",
                        List.of("1 1 SQL 1 some/where/V1__a.sql", "2 2 SQL 2 x\\V2__b.sql"),
                        List.of("alpha 1<1/1 SQL V1__a.sql", "beta 1<2/2 SQL V2__b.sql")),
                that(
                        "a checksum tells files of one name apart",
                        List.of("1 9 SQL 90 V9__both.sql"),
                        List.of("alpha 1<1/1 SQL V9__both.sql")),
                that(
                        "a folder with the module's name tells files of one content apart",
                        List.of("1 9 SQL 99 gamma/V9__both.sql"),
                        List.of("gamma 1<1/1 SQL V9__both.sql")),
                that(
                        "files that nothing tells apart are refused",
                        List.of("1 9 SQL 99 V9__both.sql"),
                        List.of("problem unadoptable 9")),
                new Case(
                        "an assignment tells them apart",
                        List.of("1 9 SQL 99 V9__both.sql"),
                        List.of("V9__both.sql=gamma"),
                        List.of("gamma 1<1/1 SQL V9__both.sql")),
                new Case(
                        "an assignment to a module without the file is refused",
                        List.of("1 7 SQL 7 V7__gone.sql"),
                        List.of("V7__gone.sql=gamma"),
                        List.of("gamma 1<1/1 SQL V7__gone.sql", "problem missing-file 7")),
                that(
                        "a script of nobody is refused",
                        List.of("1 7 SQL 7 V7__gone.sql"),
                        List.of("problem unadoptable 7")),
                new Case(
                        "a script of nobody is left behind where that is asked for, and what takes it back with it",
                        List.of("1 7 SQL 7 V7__gone.sql", "2 7 UNDO_SQL 8 U7__gone.sql"),
                        List.of("V7__gone.sql"),
                        List.of("left 1", "left 2")),
                that(
                        "all problems are said at once",
                        List.of("1 1 SQL 5 V1__a.sql", "2 2 SQL 2 V2__b.sql!", "3 7 SQL 7 V7__gone.sql"),
                        List.of(
                                "alpha 1<1/1 SQL V1__a.sql",
                                "problem checksum-mismatch 1",
                                "problem failed-migration 2",
                                "problem unadoptable 7")),
                that(
                        "a DELETE row follows what it takes back",
                        List.of("1 1 SQL 1 V1__a.sql", "2 2 SQL 2 V2__b.sql", "3 2 DELETE 2 V2__b.sql"),
                        List.of(
                                "alpha 1<1/1 SQL V1__a.sql",
                                "beta 1<2/2 SQL V2__b.sql",
                                "beta 2<3/2 DELETE V2__b.sql")),
                that(
                        "an undo becomes a DELETE row that says what the undone row said",
                        List.of("1 1.0 SQL 1 s/V1__a.sql", "2 1 UNDO_SQL 55 s/U1__a.sql", "3 1 SQL 1 s/V1__a.sql"),
                        List.of(
                                "alpha 1<1/1 SQL V1__a.sql",
                                "alpha 2<2/1 DELETE V1__a.sql",
                                "alpha 3<3/3 SQL V1__a.sql")),
                that(
                        "what was taken back may have another content now",
                        List.of("1 1 SQL 77 V1__a.sql", "2 1 DELETE 77 V1__a.sql"),
                        List.of("alpha 1<1/1 SQL V1__a.sql", "alpha 2<2/1 DELETE V1__a.sql")),
                that(
                        "what was taken back and has no file stays behind",
                        List.of("1 7 SQL 7 V7__gone.sql", "2 7 DELETE 7 V7__gone.sql"),
                        List.of("left 1", "left 2")),
                that("a removal of nothing stays behind", List.of("1 7 DELETE 7 V7__gone.sql"), List.of("left 1")),
                that(
                        "a repeatable goes along with every run, also with an old content",
                        List.of("1 - SQL 10 R__view.sql", "2 - SQL 11 R__view.sql"),
                        List.of("alpha 1<1/1 SQL R__view.sql", "alpha 2<2/2 SQL R__view.sql")),
                that(
                        "all runs of a repeatable that was deleted and has no file stay behind",
                        List.of("1 - SQL 10 R__old.sql", "2 - SQL 11 R__old.sql", "3 - DELETE 11 R__old.sql"),
                        List.of("left 1", "left 2", "left 3")),
                that(
                        "the row about schemas stays behind",
                        List.of("0 - SCHEMA - \"public\"", "1 1 SQL 1 V1__a.sql"),
                        List.of("alpha 1<1/1 SQL V1__a.sql", "left 0")),
                that(
                        "a baseline is copied to each module with a migration up to it",
                        List.of("1 2 BASELINE - base", "2 3 SQL 3 V3__c.sql"),
                        List.of("alpha 1<1/1 BASELINE base", "alpha 2<2/2 SQL V3__c.sql", "beta 1<1/1 BASELINE base")),
                that(
                        "a baseline below every migration stays behind",
                        List.of("1 0 BASELINE - base", "2 1 SQL 1 V1__a.sql"),
                        List.of("alpha 1<2/2 SQL V1__a.sql", "left 1")),
                that(
                        "a Java migration goes to the module in whose package it lies, with its whole name",
                        List.of("1 4 JDBC - db.gamma.V4__Fill"),
                        List.of("gamma 1<1/1 JDBC db.gamma.V4__Fill")),
                that(
                        "a Java migration of no module's package is refused",
                        List.of("1 4 JDBC - db.V4__Fill"),
                        List.of("problem unadoptable 4")),
                new Case(
                        "a Java migration may be assigned",
                        List.of("1 4 JDBC - db.V4__Fill"),
                        List.of("db.V4__Fill=beta"),
                        List.of("beta 1<1/1 JDBC db.V4__Fill")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesEachRowToTheModuleOfItsScript(Case one) {
        Map<String, String> assigned = new LinkedHashMap<>();
        Set<String> ignored = new LinkedHashSet<>();
        for (String option : one.options()) {
            String[] parts = option.split("=", -1);
            if (parts.length == 2) {
                assigned.put(parts[0], parts[1]);
            } else {
                ignored.add(option);
            }
        }
        HistorySplit split = new HistorySplit(MODULES, assigned, ignored)
                .split(one.rows().stream().map(SplittingASharedHistoryTest::row).toList());
        assertThat(describe(split)).containsExactlyInAnyOrderElementsOf(one.expected());
    }

    private static final List<OwnScripts> MODULES = List.of(
            module(
                    "alpha",
                    "db/alpha",
                    Map.of("V1__a.sql", 1, "V3__c.sql", 3, "V9__both.sql", 90),
                    Set.of("R__view.sql")),
            module("beta", "db/beta", Map.of("V2__b.sql", 2, "V9__both.sql", 99), Set.of()),
            module("gamma", "db/gamma", Map.of("V9__both.sql", 99), Set.of()));

    private static OwnScripts module(String name, String path, Map<String, Integer> checksums, Set<String> others) {
        Map<String, Supplier<Integer>> suppliers = new LinkedHashMap<>();
        checksums.forEach((file, checksum) -> suppliers.put(file, () -> checksum));
        Map<String, String> scripts = new LinkedHashMap<>();
        checksums.keySet().forEach(file -> scripts.put(file, file));
        others.forEach(file -> scripts.put(file, file));
        List<Version> versions = checksums.keySet().stream()
                .map(file -> Version.of(file.substring(1, file.indexOf("__"))))
                .toList();
        return new OwnScripts(name, scripts, suppliers, versions, Set.of(name, "classpath:" + path));
    }

    private static HistoryRow row(String text) {
        String[] cells = text.split(" ", 5);
        boolean failed = cells[4].endsWith("!");
        String script = failed ? cells[4].substring(0, cells[4].length() - 1) : cells[4];
        return new HistoryRow(
                Integer.parseInt(cells[0]),
                cells[1].equals("-") ? null : Version.of(cells[1]),
                script.replaceFirst("^.*__", ""),
                cells[2],
                script,
                cells[3].equals("-") ? null : Integer.valueOf(cells[3]),
                "somebody",
                LocalDateTime.of(2026, 1, 1, 0, 0),
                1,
                !failed);
    }

    private static List<String> describe(HistorySplit split) {
        List<String> lines = new ArrayList<>();
        split.rows()
                .forEach((module, rows) -> rows.forEach(each -> lines.add(module + " " + each.rank() + "<"
                        + each.copied().rank() + "/" + each.said().rank() + " " + each.type() + " " + each.script())));
        split.left().forEach(each -> lines.add("left " + each.row().rank()));
        split.problems().forEach(each -> lines.add("problem " + each.code().word() + " " + each.version()));
        return lines;
    }
}
