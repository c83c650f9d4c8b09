package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Header;
import java.util.regex.Pattern;

/**
 * What somebody says that a migration does.
 *
 * @param line the text as it was typed, in one line
 * @param slug the words of the file names
 */
public record Title(String line, String slug) {

    /** White space of any alphabet, and what is not seen: line breaks, controls, marks that change the direction. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");

    /**
     * Reads what was typed.
     *
     * @throws ProblemException {@code invalid-option} if no file name can be made of it, or if it would not be a mere
     *     comment in a script
     */
    public static Title of(String typed) {
        String line = line(typed, "The text");
        if (!Header.parse("-- " + line).equals(Header.parse(""))) {
            throw refused(
                    "The text '" + line + "' reads as a header of the script.",
                    "Say what the migration does; what it needs is named with --depends-on MODULE@VERSION.");
        }
        return new Title(
                line,
                Slug.find(line)
                        .orElseThrow(() -> refused(
                                "The text '" + line + "' has no letter and no digit, so no file can be named by it.",
                                "Say in a few words what the migration does: migrations revision -m MODULE"
                                        + " \"add orders\"")));
    }

    /** The title of one of several migrations that belong together; the same where there are no more words. */
    Title with(String words) {
        return words.isEmpty() ? this : new Title(line + ": " + words, slug + "_" + words.replace(' ', '_'));
    }

    /**
     * A text that is to stand behind two dashes, in one line.
     *
     * @param what what it is, to begin a sentence with
     * @throws ProblemException {@code invalid-option} if nothing is left of it, or something in it would not survive there
     */
    static String line(String typed, String what) {
        String line = GAP.matcher(typed).replaceAll(" ").strip();
        if (line.isEmpty()) {
            throw refused(what + " is empty.", "migrations revision --help");
        }
        if (line.indexOf('\uFFFD') >= 0) {
            throw refused(
                    what + " '" + line + "' has characters that this program could not read.",
                    "Set LC_ALL=C.UTF-8 and repeat the command, or say it in ASCII.");
        }
        if (line.contains("${")) {
            throw refused(
                    what + " '" + line + "' has ${ in it, with which a placeholder begins in SQL files.",
                    "Leave it out.");
        }
        return line;
    }

    private static ProblemException refused(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_OPTION, message, remedy).asException();
    }
}
