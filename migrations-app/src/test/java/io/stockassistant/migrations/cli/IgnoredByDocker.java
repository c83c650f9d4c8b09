package io.stockassistant.migrations.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads .dockerignore as Docker does: the last line that fits a file, or a folder that it is in, decides, and a line
 * that begins with an exclamation mark lets it in again.
 */
final class IgnoredByDocker {

    private static final Pattern PART = Pattern.compile("\\*\\*/|\\*|[^*]+");

    private record Line(boolean ignores, Pattern pattern) {}

    private final List<Line> lines;

    IgnoredByDocker(String text) {
        lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.startsWith("!")
                        ? new Line(false, pattern(line.substring(1)))
                        : new Line(true, pattern(line)))
                .toList();
    }

    private static Pattern pattern(String line) {
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(line);
        while (part.find()) {
            regex.append(
                    switch (part.group()) {
                        case "**/" -> "(?:.*/)?";
                        case "*" -> "[^/]*";
                        default -> Pattern.quote(part.group());
                    });
        }
        return Pattern.compile(regex + "(?:/.*)?");
    }

    /** @param path with slashes, from the root of the project on */
    boolean isIgnored(String path) {
        boolean ignored = false;
        for (Line line : lines) {
            if (line.pattern().matcher(path).matches()) {
                ignored = line.ignores();
            }
        }
        return ignored;
    }
}
