package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.LintReport;
import io.stockassistant.migrations.lint.report.Fingerprint;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
            throw failed(file + " cannot be read: " + e.getMessage() + ".", "Name another file.", e);
        }
    }

    /** Writes down what is found, in place of what was known. */
    void write(LintReport report) {
        String lines = report.findings().stream()
                .map(each -> Fingerprint.of(each) + " " + each.code() + " " + each.file() + "\n")
                .sorted()
                .distinct()
                .collect(Collectors.joining());
        try {
            Files.writeString(file, HEADER + lines);
        } catch (IOException e) {
            throw failed(file + " cannot be written: " + e.getMessage() + ".", "Name another file.", e);
        }
    }

    private static ProblemException failed(String message, String remedy, IOException cause) {
        return new ProblemException(Problem.of(ProblemCode.INVALID_OPTION, message, remedy), cause);
    }
}
