package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TakenLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A migration and what it does, as a file in the folder {@code truth} has it: {@code === name}, what is there before,
 * {@code ---}, the migration, and behind {@code >>>} what is to be seen: locks that stop somebody or some schema change,
 * rewrites, scans, builds, drops, and the codes of the rules that find something, with how often if more than once.
 * Names stand without the schema. Behind the name may stand {@code since=} with a major version, or
 * {@code no-transaction}.
 */
record TruthCase(
        String kind,
        String name,
        int since,
        boolean outside,
        String before,
        String migration,
        SortedSet<String> expected) {

    private static final List<String> FILES = List.of(
            "indexes",
            "concurrent",
            "columns",
            "constraints",
            "partitions",
            "locks",
            "storage",
            "rows",
            "drops",
            "renames",
            "design",
            "inheritance",
            "routines",
            "harmless");
    private static final Pattern SINCE = Pattern.compile(" since=(\\d+)$");
    private static final Pattern OUTSIDE = Pattern.compile(" no-transaction$");

    static Stream<TruthCase> all() {
        return FILES.stream().flatMap(each -> ofFile(each).stream());
    }

    private static List<TruthCase> ofFile(String kind) {
        try (InputStream file =
                Objects.requireNonNull(TruthCase.class.getResourceAsStream("truth/" + kind + ".sql"), kind)) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== "))
                    .filter(each -> !each.isBlank())
                    .map(each -> parse(kind, each))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TruthCase parse(String kind, String text) {
        List<String> lines = text.lines().toList();
        Matcher since = SINCE.matcher(OUTSIDE.matcher(lines.get(0)).replaceFirst(""));
        int border = lines.indexOf("---");
        SortedSet<String> expected = new TreeSet<>();
        List<String> migration = new ArrayList<>();
        for (String line : lines.subList(border + 1, lines.size())) {
            if (!line.startsWith(">>> ")) {
                migration.add(line);
                continue;
            }
            String word = line.substring(4, line.indexOf(':'));
            for (String each : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                expected.add(word + ": " + each.strip());
            }
        }
        return new TruthCase(
                kind,
                SINCE.matcher(OUTSIDE.matcher(lines.get(0)).replaceFirst("")).replaceFirst(""),
                since.find() ? Integer.parseInt(since.group(1)) : 0,
                OUTSIDE.matcher(lines.get(0)).find(),
                String.join("\n", lines.subList(1, border)) + "\n",
                String.join("\n", migration) + "\n",
                expected);
    }

    /** What was to be seen, in the words of the file. */
    static SortedSet<String> seen(List<StatementEffects> statements, Collection<Finding> findings) {
        SortedSet<String> seen = new TreeSet<>();
        for (StatementEffects each : statements) {
            strongest(each.locks()).forEach((table, mode) -> seen.add("locks: " + mode + " " + table));
            each.rewritten().forEach(table -> seen.add("rewrites: " + bare(table)));
            each.scanned().forEach(table -> seen.add("scans: " + bare(table)));
            each.built().forEach(built -> seen.add("builds: " + bare(built.index())));
            each.dropped().stream()
                    .filter(one -> one.named() || one.dependent())
                    .filter(one -> !one.type().equals("rule"))
                    .filter(one -> !one.identity().contains("_not_null on "))
                    .filter(one -> !one.identity().startsWith("\"RI_Constraint"))
                    .forEach(one -> seen.add(
                            "drops: " + one.type() + " " + one.identity().replaceAll("\\bt\\d{3}\\.", "")));
        }
        findings.stream()
                .collect(Collectors.groupingBy(Finding::code, Collectors.counting()))
                .forEach((code, times) -> seen.add("finds: " + code + (times == 1 ? "" : " x" + times)));
        return seen;
    }

    private static Map<String, LockMode> strongest(List<TakenLock> locks) {
        return locks.stream()
                .filter(each -> !each.relation().kind().isIndex())
                .filter(each -> each.mode().isAtLeast(LockMode.SHARE_UPDATE_EXCLUSIVE))
                .collect(Collectors.toMap(
                        each -> bare(each.relation()),
                        TakenLock::mode,
                        (one, other) -> one.isAtLeast(other) ? one : other,
                        TreeMap::new));
    }

    /** Writes what was seen into the files, for someone to judge it. */
    static void write(Path folder, Map<String, SortedSet<String>> seen) throws IOException {
        for (String kind : FILES) {
            StringBuilder text = new StringBuilder();
            Path file = folder.resolve(kind + ".sql");
            for (String each : Files.readString(file).split("(?m)^(?==== )", -1)) {
                SortedSet<String> now = seen.get(parse(kind, each.substring(4)).toString());
                text.append(now == null ? each : each.replaceAll("(?m)^>>> .*\\n", "") + lines(now));
            }
            Files.writeString(file, text);
        }
    }

    private static String lines(SortedSet<String> seen) {
        return Stream.of("locks", "rewrites", "scans", "builds", "drops", "finds")
                .map(word -> seen.stream()
                        .filter(each -> each.startsWith(word + ": "))
                        .map(each -> each.substring(word.length() + 2))
                        .collect(Collectors.joining(", ", ">>> " + word + ": ", "\n")))
                .filter(each -> !each.endsWith(": \n"))
                .collect(Collectors.joining());
    }

    private static String bare(Relation relation) {
        return relation.qualified().substring(relation.qualified().indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
