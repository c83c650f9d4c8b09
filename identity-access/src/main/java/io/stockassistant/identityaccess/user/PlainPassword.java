package io.stockassistant.identityaccess.user;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;

/**
 * A password as a person typed it. It does not print itself.
 *
 * <p>bcrypt reads 72 bytes and ignores what follows, and takes a NUL character for an end: two different passwords
 * would open one account. Both are refused rather than hashed beforehand, so that what is stored stays plain bcrypt
 * that any other program can check. The text is normalised (NFC), since keyboards differ in how they write é.
 */
public final class PlainPassword {

    /** The longest that bcrypt takes as a whole, in bytes of UTF-8. */
    public static final int LONGEST_BYTES = 72;

    /** The shortest that may be chosen, in characters. */
    public static final int SHORTEST_CHOSEN = 12;

    /** 32 lower-case letters and digits, without those that look like others: 5 bits each. */
    private static final String DRAWN_FROM = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int DRAWN_GROUPS = 5;
    private static final int DRAWN_GROUP = 5;

    private final String text;

    private PlainPassword(String text) {
        this.text = text;
    }

    /**
     * What was typed to sign in.
     *
     * @throws UnusablePassword if it is empty, longer than {@link #LONGEST_BYTES} or has control characters
     */
    public static PlainPassword typed(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.isEmpty()) {
            throw new UnusablePassword("it is empty");
        }
        if (normal.chars().anyMatch(Character::isISOControl)) {
            throw new UnusablePassword("it has control characters");
        }
        if (bytes(normal) > LONGEST_BYTES) {
            throw new UnusablePassword("it is longer than " + LONGEST_BYTES
                    + " bytes (letters beyond ASCII take 2 to 4): choose a shorter one");
        }
        return new PlainPassword(normal);
    }

    /**
     * What was chosen for the time to come.
     *
     * @throws UnusablePassword as {@link #typed}, and if it is shorter than {@link #SHORTEST_CHOSEN}
     */
    public static PlainPassword chosen(String text) {
        PlainPassword password = typed(text);
        if (password.text.codePointCount(0, password.text.length()) < SHORTEST_CHOSEN) {
            throw new UnusablePassword("it has less than " + SHORTEST_CHOSEN + " characters: choose a longer one");
        }
        return password;
    }

    /** One that nobody chose: 125 random bits, in groups that can be typed. */
    public static PlainPassword drawn() {
        SecureRandom random = new SecureRandom();
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < DRAWN_GROUPS * DRAWN_GROUP; i++) {
            drawn.append(i > 0 && i % DRAWN_GROUP == 0 ? "-" : "")
                    .append(DRAWN_FROM.charAt(random.nextInt(DRAWN_FROM.length())));
        }
        return new PlainPassword(drawn.toString());
    }

    private static int bytes(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(text))
                    .remaining();
        } catch (CharacterCodingException half) {
            throw new UnusablePassword("it has half a character (a lone surrogate)");
        }
    }

    /** The password itself, for hashing and nothing else. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "******";
    }
}
