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

    private final List<String> jars = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private JarWords() {}

    /**
     * The same line with each jar behind an option of its own, in front of everything: of an option that stands before
     * the command and behind it, the parser keeps what is behind.
     */
    static String[] first(String[] args) {
        JarWords words = new JarWords();
        words.read(List.of(args));
        List<String> line = new ArrayList<>();
        words.jars.forEach(each -> line.add(WITH_VALUE + each));
        line.addAll(words.others);
        return line.toArray(String[]::new);
    }

    private void read(List<String> args) {
        boolean following = false;
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            if (word.equals("--")) {
                others.addAll(args.subList(i, args.size()));
                return;
            }
            if (word.startsWith(WITH_VALUE)) {
                jars.add(word.substring(WITH_VALUE.length()));
                following = true;
            } else if (word.equals(OPTION) && i + 1 < args.size() && !isOption(args.get(i + 1))) {
                i++;
                jars.add(args.get(i));
                following = true;
            } else if (following && isJar(word)) {
                jars.add(word);
            } else {
                others.add(word);
                following = false;
            }
        }
    }

    private static boolean isJar(String word) {
        return !isOption(word) && word.toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }
}
