package io.stockassistant.migrations.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The version of a migration. Two versions are equal, and one is before another, exactly as Flyway's {@code
 * MigrationVersion} has it: numbers between dots (or underscores), of any length, trailing zeros without meaning, so
 * that 1 = 1.0 = 01.
 */
public final class Version implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int SHORTEST_DATE = 8;
    private static final int LONGEST_DATE = 14;

    private static final int MOST_DIGITS_OF_LONG = 18;

    private final String text;
    private final List<BigInteger> parts;

    /** The number, if this is only one and a small one, as it nearly always is; -1 otherwise. */
    private final long single;

    private final OptionalLong age;

    private Version(String text) {
        this.text = text.replace('_', '.');
        List<BigInteger> numbers = new ArrayList<>();
        for (String digits : DOT.split(this.text, -1)) {
            numbers.add(number(digits));
        }
        int length = numbers.size();
        while (length > 1 && numbers.get(length - 1).signum() == 0) {
            length--;
        }
        this.parts = List.copyOf(numbers.subList(0, length));
        this.single = parts.size() == 1 && parts.get(0).bitLength() < Long.SIZE
                ? parts.get(0).longValue()
                : -1;
        this.age = ageOf(this.text);
    }

    private static BigInteger number(String digits) {
        return digits.length() <= MOST_DIGITS_OF_LONG
                ? BigInteger.valueOf(Long.parseLong(digits))
                : new BigInteger(digits);
    }

    /** @throws IllegalArgumentException when the text is not numbers between dots or underscores */
    public static Version of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a version"));
    }

    /** The version that a text says, if it says one. */
    public static Optional<Version> find(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Version(text)) : Optional.empty();
    }

    /**
     * When this was written, as a number that grows with time, if this reads as a date: one number of 8 to 14 digits
     * (year, month, day, and as much of the time of day as is given), with a month of 1 to 12 and a day of 1 to 31.
     */
    public OptionalLong age() {
        return age;
    }

    private static OptionalLong ageOf(String text) {
        boolean oneNumber = text.indexOf('.') < 0;
        if (!oneNumber || text.length() < SHORTEST_DATE || text.length() > LONGEST_DATE) {
            return OptionalLong.empty();
        }
        long padded = Long.parseLong(text + "0".repeat(LONGEST_DATE - text.length()));
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
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && parts.equals(version.parts);
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
