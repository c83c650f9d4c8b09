package io.stockassistant.migrations.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What an option or a parameter takes, as far as a shell can know it.
 *
 * @param words the words of which it is one
 */
public record Values(List<String> words, boolean files, boolean folders) {

    /** Whatever it takes, no shell knows it. */
    public static final Values NONE = new Values(List.of(), false, false);

    public static Values of(List<String> words) {
        return new Values(words, false, false);
    }

    public static Values ofFiles() {
        return new Values(List.of(), true, false);
    }

    public static Values ofFolders() {
        return new Values(List.of(), false, true);
    }

    /** What either takes. */
    public Values and(Values other) {
        List<String> all = new ArrayList<>(words);
        all.addAll(other.words);
        return new Values(List.copyOf(all), files || other.files, folders || other.folders);
    }

    boolean isKnown() {
        return !words.isEmpty() || files || folders;
    }
}
