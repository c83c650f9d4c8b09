package io.stockassistant.migrations.authoring;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the words of a file name out of a text: lower case, with an underscore between two words. */
final class Slug {

    /** In characters; three bytes each and a version in front of them still are a file name anywhere. */
    static final int LONGEST = 60;

    private static final int END_OF_ASCII = 0x80;

    private static final Map<Integer, String> WITHOUT_DECOMPOSITION = Map.of(
            (int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ø', "o", (int) 'đ', "d", (int) 'ð', "d",
            (int) 'þ', "th", (int) 'ł', "l", (int) 'ı', "i");

    private Slug() {}

    /**
     * The slug of a text: Latin letters without their accents, letters of other alphabets as they are, at most 60
     * characters and whole words where possible. Empty where the text has neither letter nor digit.
     */
    static Optional<String> find(String text) {
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        for (int c : lower.codePoints().toArray()) {
            boolean inWord = !gap && !slug.isEmpty();
            if (Character.isLetterOrDigit(c) || (inWord && isVowel(c, slug))) {
                slug.append(gap && !slug.isEmpty() ? "_" : "").append(folded(c));
                gap = false;
            } else {
                gap = gap || !(isApostrophe(c) || isMark(c));
            }
        }
        return slug.isEmpty() ? Optional.empty() : Optional.of(shortened(slug.toString()));
    }

    /** A mark behind a letter that is no Latin one: in many alphabets it is a vowel, not an accent. */
    private static boolean isVowel(int c, CharSequence word) {
        return isMark(c) && word.charAt(word.length() - 1) >= END_OF_ASCII;
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static String folded(int c) {
        String letter = Character.toString(c);
        String plain = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
        boolean ascii = !plain.isEmpty()
                && plain.chars().allMatch(each -> each < END_OF_ASCII && Character.isLetterOrDigit(each));
        return ascii ? plain.toLowerCase(Locale.ROOT) : WITHOUT_DECOMPOSITION.getOrDefault(c, letter);
    }

    private static String shortened(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('_', LONGEST);
        if (end <= 0) {
            end = Character.isHighSurrogate(slug.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        }
        return slug.substring(0, end);
    }
}
