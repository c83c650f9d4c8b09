package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of new files, with {@code {{names}}} where values go: the module's own file if there is one in its folder,
 * otherwise that of this program.
 *
 * @param place where it is, for messages
 */
record Template(String module, String place, String text) {

    /** Their names end in a way that nobody takes for a migration. */
    static final String UPGRADE = "upgrade.sql.template";

    static final String DOWNGRADE = "downgrade.sql.template";
    static final String BACKFILL = "backfill.sql.template";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w-]*)\\s*}}");

    /** @throws ProblemException {@code unparsable} if the module's own one cannot be read */
    static Template read(String module, Path folder, String name) {
        Path own = folder.resolve(name);
        if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            return new Template(module, name, ofProgram(name));
        }
        try {
            String text = Files.readString(own, StandardCharsets.UTF_8);
            return new Template(module, own.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    problem(ProblemCode.NOT_UTF8, module, own.toString(), "is not UTF-8.", "Save it as UTF-8."), e);
        } catch (IOException e) {
            throw new ProblemException(
                    problem(
                            ProblemCode.UNPARSABLE,
                            module,
                            own.toString(),
                            "cannot be read: " + FileChanges.reason(e) + ".",
                            "Make it a file that can be read, or remove it: there is a template without it."),
                    e);
        }
    }

    private static String ofProgram(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with values. A line that consists of a placeholder without a value is left out.
     *
     * @param header the placeholder of header lines, which stand at the top where the template does not name it
     * @throws ProblemException {@code unparsable} for each name without a value, with its line
     */
    String fill(Map<String, String> values, String header) {
        List<String> filled = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        boolean placed = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher alone = PLACEHOLDER.matcher(line.strip());
            placed |= PLACEHOLDER
                    .matcher(line)
                    .results()
                    .anyMatch(each -> each.group(1).equals(header));
            if (!(alone.matches() && values.getOrDefault(alone.group(1), "?").isEmpty())) {
                filled.add(filled(line, number, values, problems));
            }
        }
        ProblemException.throwIfAny(problems);
        String headers = values.getOrDefault(header, "");
        return (placed || headers.isEmpty() ? "" : headers + "\n") + String.join("\n", filled);
    }

    private String filled(String line, int number, Map<String, String> values, List<Problem> problems) {
        return PLACEHOLDER.matcher(line).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                problems.add(problem(
                        ProblemCode.UNPARSABLE,
                        module,
                        place + ":" + number,
                        "has the placeholder " + found.group() + ", which means nothing.",
                        "There are " + String.join(", ", new TreeSet<>(values.keySet())) + "."));
            }
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }

    private static Problem problem(ProblemCode code, String module, String place, String what, String remedy) {
        return new Problem(code, module, null, place, place + " " + what, remedy);
    }
}
