package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Several jars may stand behind one {@code --modules-jar}, as a shell writes them for {@code build/*.jar}: every word
 * that follows and ends with .jar is one. A target never does.
 */
final class JarWords {

    static final String OPTION = "--modules-jar";

    private static final String WITH_VALUE = OPTION + "=";

    private JarWords() {}

    /** The same line with each jar behind an option of its own. */
    static String[] apart(String[] args) {
        List<String> line = new ArrayList<>();
        boolean following = false;
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (word.equals("--")) {
                line.addAll(List.of(args).subList(i, args.length));
                break;
            }
            if (word.startsWith(WITH_VALUE)) {
                line.add(word);
                following = true;
            } else if (word.equals(OPTION) && i + 1 < args.length && !isOption(args[i + 1])) {
                i++;
                line.add(WITH_VALUE + args[i]);
                following = true;
            } else if (following && isJar(word)) {
                line.add(WITH_VALUE + word);
            } else {
                line.add(word);
                following = false;
            }
        }
        return line.toArray(String[]::new);
    }

    private static boolean isJar(String word) {
        return !isOption(word) && word.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }
}
