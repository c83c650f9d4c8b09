package io.stockassistant.migrations.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two schemas, as a file in the folder {@code cases} has them: {@code === name}, what exists beside both behind
 * {@code +++}, the one, {@code ---}, the other; then the hazards of the way there behind {@code >>>}, and of the way back
 * behind {@code <<<}.
 */
public record Case(
        String kind,
        String name,
        int since,
        String beside,
        String before,
        String after,
        List<Rename> renames,
        List<String> hazardsThere,
        List<String> hazardsBack) {

    private static final List<String> FILES = List.of(
            "tables",
            "columns",
            "identities",
            "sequences",
            "constraints",
            "indexes",
            "enums",
            "types",
            "views",
            "routines",
            "actions",
            "partitions",
            "rights",
            "neighbours",
            "renames",
            "schemas");

    /** The library that compares reads none that is older. */
    static final int OLDEST = 14;

    private static final Pattern SINCE = Pattern.compile(" since=(\\d+)$");

    public static Stream<Case> all() {
        return FILES.stream().flatMap(each -> ofFile(each).stream());
    }

    static List<Case> ofFile(String kind) {
        try (InputStream file =
                Objects.requireNonNull(Case.class.getResourceAsStream("cases/" + kind + ".sql"), kind)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            for (String each : text.split("(?m)^=== ", -1)) {
                if (!each.isBlank()) {
                    cases.add(parse(kind, each));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case parse(String kind, String text) {
        List<String> lines = text.lines().toList();
        Matcher since = SINCE.matcher(lines.get(0));
        int major = since.find() ? Integer.parseInt(since.group(1)) : OLDEST;
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder current = before;
        for (String line : lines.subList(1, lines.size())) {
            if (line.equals("---")) {
                current = after;
            } else if (!line.matches("^(\\+\\+\\+|>>>|<<<|\\*\\*\\*) .*")) {
                current.append(line).append('\n');
            }
        }
        return new Case(
                kind,
                since.replaceFirst(""),
                major,
                String.join("\n", marked(lines, "+++ ")),
                before.toString(),
                after.toString(),
                marked(lines, "*** ").stream().map(Case::rename).toList(),
                words(marked(lines, ">>> ")),
                words(marked(lines, "<<< ")));
    }

    /** For example {@code column shop.orders name -> title}. */
    private static Rename rename(String text) {
        String[] words = text.replace("-> ", "").split(" ", -1);
        return new Rename(Rename.Subject.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], words[2], words[3]);
    }

    private static List<String> marked(List<String> lines, String mark) {
        return lines.stream()
                .filter(each -> each.startsWith(mark))
                .map(each -> each.substring(mark.length()))
                .toList();
    }

    private static List<String> words(List<String> lines) {
        return lines.stream().flatMap(each -> Stream.of(each.split(", ", -1))).toList();
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
