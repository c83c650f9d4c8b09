package io.stockassistant.migrations.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The version of a migration. Two versions are equal, and one is before another, exactly as Flyway's {@code
 * MigrationVersion} has it: numbers between dots (or underscores), of any length, trailing zeros without meaning, so
 * that 1 = 1.0 = 01.
 */
public final class Version implements Comparable<Version> {

    private static final int SHORTEST_DATE = 8;
    private static final int LONGEST_DATE = 14;

    private static final int MOST_DIGITS_OF_LONG = 18;

    private final String text;

    /** The number, if this is only one and a small one, as it nearly always is; -1 otherwise. */
    private final long single;

    /** The numbers, where it is none of these. */
    private final List<BigInteger> parts;

    private Version(String text) {
        this.text = text.replace('_', '.');
        List<BigInteger> numbers = isSmallNumber(this.text) ? List.of() : numbersOf(this.text);
        if (numbers.isEmpty()) {
            this.single = Long.parseLong(this.text);
            this.parts = List.of();
        } else if (numbers.size() == 1 && numbers.get(0).bitLength() < Long.SIZE) {
            this.single = numbers.get(0).longValue();
            this.parts = List.of();
        } else {
            this.single = -1;
            this.parts = numbers;
        }
    }

    private static boolean isSmallNumber(String text) {
        return text.length() <= MOST_DIGITS_OF_LONG && text.indexOf('.') < 0;
    }

    private static List<BigInteger> numbersOf(String text) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String digits : text.split("\\.", -1)) {
            numbers.add(new BigInteger(digits));
        }
        int length = numbers.size();
        while (length > 1 && numbers.get(length - 1).signum() == 0) {
            length--;
        }
        return List.copyOf(numbers.subList(0, length));
    }

    /** @throws IllegalArgumentException when the text is not numbers between dots or underscores */
    public static Version of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a version"));
    }

    /** The version that a text says, if it says one. */
    public static Optional<Version> find(String text) {
        return isVersion(text) ? Optional.of(new Version(text)) : Optional.empty();
    }

    /** Digits 0 to 9, and between them dots or underscores one at a time. */
    private static boolean isVersion(String text) {
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (!afterDigit || (c != '.' && c != '_'))) {
                return false;
            }
            afterDigit = digit;
        }
        return afterDigit;
    }

    /**
     * When this was written, as a number that grows with time, if this reads as a date: one number of 8 to 14 digits
     * (year, month, day, and as much of the time of day as is given), with a month of 1 to 12 and a day of 1 to 31.
     */
    public OptionalLong age() {
        if (text.length() < SHORTEST_DATE || text.length() > LONGEST_DATE || text.indexOf('.') >= 0) {
            return OptionalLong.empty();
        }
        long padded = single;
        for (int digits = text.length(); digits < LONGEST_DATE; digits++) {
            padded *= 10;
        }
        long day = padded / 1_000_000 % 100;
        long month = padded / 100_000_000 % 100;
        boolean date = padded / 10_000_000_000L > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return date ? OptionalLong.of(padded) : OptionalLong.empty();
    }

    @Override
    public int compareTo(Version other) {
        if (single >= 0 && other.single >= 0) {
            return Long.compare(single, other.single);
        }
        for (int i = 0; i < Math.max(size(), other.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int size() {
        return single >= 0 ? 1 : parts.size();
    }

    private BigInteger part(int index) {
        if (index >= size()) {
            return BigInteger.ZERO;
        }
        return single >= 0 ? BigInteger.valueOf(single) : parts.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && single == version.single && parts.equals(version.parts);
    }

    @Override
    public int hashCode() {
        return single >= 0 ? Long.hashCode(single) : parts.hashCode();
    }

    /** As it was written, with dots for underscores: what Flyway writes to its history. */
    @Override
    public String toString() {
        return text;
    }
}
