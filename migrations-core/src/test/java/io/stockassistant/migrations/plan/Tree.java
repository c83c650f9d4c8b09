package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.script.Migrations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Modules, files and histories in a few lines.
 *
 * <pre>
 * data: 1 2 3                      a module with three migrations, each with V and U
 * llm < data: 1(data@2) 2! 3~      builds on data; 1 has a header, 2 has no U file, 3 an irreversible one
 * data: U4 V1__other.sql           a U without its V; a file by its whole name
 * data: 5?                         a V file that is not UTF-8
 * data: B5 B7(llm@1)[5,6,7]        a baseline; one with a header, that says which versions it replaces
 * data: B7[5=,6=,B4=]              the same with the checksums of files that are gone, an earlier baseline's among them
 * data: R                          a repeatable migration
 * &#64;data: 1 2 -2 ^3 4x 5# 6"        its history: applied, undone, baseline, failed, edited since, renamed since
 * &#64;data: b5 b5# b5x R R#          a baseline of ours, edited since, failed; a run of the repeatable one, edited since
 * &#64;data: schema &lt;4               Flyway's row about the schema; a downgrade without a transaction under way
 * </pre>
 *
 * A module's line may be repeated; a version that stands only in a history has lost its file.
 */
final class Tree {

    private final Map<String, Module> modules = new LinkedHashMap<>();
    private final Map<String, List<SourceFile>> files = new LinkedHashMap<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> reads = new TreeMap<>();
    private final Migrations migrations;

    private Tree(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::read);
        this.migrations = Migrations.list(Modules.of(List.copyOf(modules.values())));
    }

    static Tree of(String text) {
        return new Tree(text);
    }

    Migrations migrations() {
        return migrations;
    }

    /** How often each file was opened, by its path. */
    Map<String, Integer> reads() {
        return reads;
    }

    Histories histories() {
        Map<String, ModuleHistory> histories = new HashMap<>();
        rows.forEach((module, words) -> {
            List<HistoryRow> parsed = new ArrayList<>();
            words.forEach(word -> parsed.add(TreeRow.parse(migrations, module, word, parsed.size() + 1)));
            histories.put(module, new ModuleHistory(true, true, parsed));
        });
        return new Histories(histories);
    }

    private void read(String line) {
        String head = line.substring(0, line.indexOf(": ") < 0 ? line.length() - 1 : line.indexOf(": "));
        String[] words = line.substring(head.length() + 1).strip().split("\\s+", -1);
        if (head.startsWith("@")) {
            rows.computeIfAbsent(head.substring(1), key -> new ArrayList<>()).addAll(List.of(words));
            return;
        }
        String[] parts = head.split("<", 2);
        String name = parts[0].strip();
        Set<String> dependsOn =
                parts.length == 1 ? Set.of() : Set.of(parts[1].strip().split(" *, *", -1));
        List<SourceFile> own = files.computeIfAbsent(name, key -> new ArrayList<>());
        modules.computeIfAbsent(
                name, key -> new Module(name, name, new HistoryTable(name, "history"), dependsOn, new InMemory(own)));
        for (String word : words) {
            if (!word.isEmpty()) {
                addFiles(name, word, own);
            }
        }
    }

    private void addFiles(String module, String word, List<SourceFile> own) {
        if (word.endsWith(".sql")) {
            own.add(file(module, word, "select 1;"));
            return;
        }
        if (word.equals("R")) {
            own.add(file(module, "R__view.sql", "select 'view';"));
            return;
        }
        if (word.startsWith("B")) {
            addBaseline(module, word, own);
            return;
        }
        String version = word.replaceAll("^U|[(!~?].*$", "");
        StringBuilder header = new StringBuilder();
        if (word.contains("(")) {
            for (String named :
                    word.substring(word.indexOf('(') + 1, word.indexOf(')')).split(",", -1)) {
                header.append("-- depends-on: ").append(named).append('\n');
            }
        }
        if (!word.startsWith("U")) {
            own.add(file(
                    module,
                    "V" + version + "__step.sql",
                    (word.endsWith("?") ? "\u00e9" : "") + header + "select '" + module + version + "';"));
        }
        if (!word.endsWith("!")) {
            String why = word.endsWith("~") ? "-- irreversible: the rows are gone\n" : "";
            own.add(file(module, "U" + version + "__step.sql", why + "select 1;"));
        }
    }

    private void addBaseline(String module, String word, List<SourceFile> own) {
        String version = word.replaceAll("^B|[(\\[].*$", "");
        StringBuilder header = new StringBuilder("-- last-release: 2026.1\n");
        if (word.contains("(")) {
            String named = word.substring(word.indexOf('(') + 1, word.indexOf(')'));
            header.append("-- depends-on: ").append(named).append('\n');
        }
        if (word.contains("[")) {
            for (String replaced :
                    word.substring(word.indexOf('[') + 1, word.indexOf(']')).split(",", -1)) {
                header.append("-- replaces: ")
                        .append(replaced.replace("=", " 0"))
                        .append('\n');
            }
        }
        own.add(file(module, "B" + version + "__step.sql", header + "select 'all of " + module + version + "';"));
    }

    private SourceFile file(String module, String name, String text) {
        String path = module + "/" + name;
        return new SourceFile(name, path, () -> {
            reads.merge(path, 1, Integer::sum);
            return text.getBytes(text.startsWith("\u00e9") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        });
    }

    private record InMemory(List<SourceFile> list) implements Location {
        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String url() {
            return "memory:";
        }
    }
}
