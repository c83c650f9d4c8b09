package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.script.Version;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands in a HEAD file: one line with a version, and comment lines. The name of the script is among them because
 * two branches of a module that counts its versions would write the same number, and git would see no conflict.
 */
final class HeadText {

    private static final Pattern CONFLICT = Pattern.compile("<{7}( .*)?|\\|{7}( .*)?|={7}|>{7}( .*)?");
    private static final int LONGEST_QUOTE = 40;

    private HeadText() {}

    static String of(String module, Version newest, String script) {
        return newest + "\n" + "# " + script + "\n"
                + "# The newest migration of this folder. Two branches that each add one meet in this file: keep either\n"
                + "# side of the conflict, then type 'migrations rebase " + module + "'.\n";
    }

    /**
     * The version that it names.
     *
     * @throws IllegalArgumentException if it names none; the message goes on after the file's name
     */
    static Version parse(byte[] content) {
        List<String> lines = decoded(content).lines().map(String::strip).toList();
        if (lines.stream().anyMatch(each -> CONFLICT.matcher(each).matches())) {
            throw new IllegalArgumentException("holds a conflict that git left behind");
        }
        List<String> named = lines.stream()
                .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException(named.isEmpty() ? "names no version" : "has more lines than one");
        }
        String word = named.get(0);
        return Version.find(word)
                .orElseThrow(() -> new IllegalArgumentException("has '"
                        + (word.length() > LONGEST_QUOTE ? word.substring(0, LONGEST_QUOTE) + "…" : word)
                        + "' where a version should be"));
    }

    private static String decoded(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is no text", e);
        }
    }
}
