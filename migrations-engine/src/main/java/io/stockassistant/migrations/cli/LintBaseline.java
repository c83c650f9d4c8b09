package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.report.Fingerprint;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings of an old tree that are known, one a line: what tells it from others, and for people the rule and the
 * file.
 */
final class LintBaseline {

    private static final String HEADER = "# Findings of migrations lint that are known. Written by: migrations lint"
            + " --baseline FILE --update-baseline\n";

    private final Path file;

    LintBaseline(Path file) {
        this.file = file;
    }

    /** @throws ProblemException if nobody can read it, or write it if it is to be written */
    void check(boolean isWritten) {
        Path folder = file.toAbsolutePath().getParent();
        if (isWritten && folder != null && !Files.isDirectory(folder)) {
            throw failed(
                    "There is no folder " + folder + " for " + file.getFileName() + ".", "mkdir -p " + folder, null);
        }
        if (!isWritten || Files.exists(file)) {
            read();
        }
    }

    /**
     * What is found and not known.
     *
     * @throws ProblemException if the file cannot be read
     */
    LintReport without(LintReport report) {
        Set<String> known = read();
        List<Finding> left = report.findings().stream()
                .filter(each -> !known.contains(Fingerprint.of(each)))
                .toList();
        return new LintReport(left, report.migrations());
    }

    private Set<String> read() {
        try {
            return Files.readAllLines(file).stream()
                    .filter(each -> !each.startsWith("#") && !each.isBlank())
                    .map(each -> each.split(" ", 2)[0])
                    .collect(Collectors.toSet());
        } catch (NoSuchFileException e) {
            throw failed("There is no file " + file + ".", "Write it: add --update-baseline", e);
        } catch (IOException e) {
            throw failed(file + " cannot be read: " + reason(e) + ".", "Name another file.", e);
        }
    }

    /**
     * Writes down what is found, in place of what was known.
     *
     * @return what has become of it, as a sentence
     */
    String write(LintReport report) {
        boolean isNew = !Files.exists(file);
        Set<String> known = isNew ? Set.of() : read();
        Map<String, String> lines = new TreeMap<>();
        for (Finding each : report.findings()) {
            lines.put(Fingerprint.of(each), each.code() + " " + each.file());
        }
        try {
            Files.writeString(
                    file,
                    lines.entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue() + "\n")
                            .collect(Collectors.joining("", HEADER, "")));
        } catch (IOException e) {
            throw failed(file + " cannot be written: " + reason(e) + ".", "Name another file.", e);
        }
        long added =
                lines.keySet().stream().filter(each -> !known.contains(each)).count();
        long gone = known.stream().filter(each -> !lines.containsKey(each)).count();
        String knows = " knows " + lines.size() + (lines.size() == 1 ? " finding" : " findings");
        return file + (isNew ? " is new and" + knows + "." : knows + " now: " + added + " added, " + gone + " gone.");
    }

    private static String reason(IOException e) {
        if (e instanceof CharacterCodingException) {
            return "it is no text";
        }
        return e instanceof AccessDeniedException ? "you may not" : String.valueOf(e.getMessage());
    }

    private static ProblemException failed(String message, String remedy, @Nullable IOException cause) {
        return new ProblemException(Problem.of(ProblemCode.INVALID_OPTION, message, remedy), cause);
    }
}
