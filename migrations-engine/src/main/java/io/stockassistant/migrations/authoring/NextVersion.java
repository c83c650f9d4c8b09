package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the versions of new migrations: each is later than the one before it, also where the clock is behind.
 *
 * @param timestamps whether the versions of the module are the times at which they were written
 * @param now the time in UTC
 */
record NextVersion(boolean timestamps, LocalDateTime now) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int LAST_YEAR = 9999;

    /** For the migrations of a module. */
    static NextVersion in(Migrations migrations, String module, LocalDateTime now) {
        return new NextVersion(migrations.hasTimestamps(module), now);
    }

    /**
     * What a new version must follow: the module's newest one, and what the migration names in modules with timestamps,
     * since nothing may depend on what is younger.
     */
    Optional<Version> newest(Optional<Version> own, List<Migration> named, Migrations migrations) {
        Optional<Version> youngest = named.stream()
                .filter(each -> timestamps && migrations.hasTimestamps(each.module()))
                .map(Migration::version)
                .max(Comparator.comparingLong(NextVersion::age));
        return youngest.filter(each -> own.isEmpty() || isOlder(own.get(), each))
                .or(() -> own);
    }

    private static boolean isOlder(Version own, Version other) {
        return own.age().isPresent() && age(own) < age(other);
    }

    /** The version of a module's first migration. */
    Version first() {
        return timestamps ? Version.of(TIMESTAMP.format(now)) : Version.of("1");
    }

    /** The version that follows another one. */
    Version after(Version last) {
        return timestamps ? later(last) : number(last);
    }

    private Version later(Version last) {
        Version current = first();
        boolean dated = last.age().isPresent();
        if (dated ? age(current) > age(last) : current.compareTo(last) > 0) {
            return current;
        }
        return dated ? secondAfter(last) : number(last);
    }

    private static Version secondAfter(Version version) {
        String digits = Long.toString(age(version));
        return findTime(digits)
                .map(time -> time.plusSeconds(1))
                .filter(time -> time.getYear() <= LAST_YEAR)
                .map(time -> Version.of(TIMESTAMP.format(time)))
                .orElseGet(() -> number(Version.of(digits)));
    }

    private static long age(Version version) {
        return version.age().orElseThrow();
    }

    /** Empty for what reads as a date and is none: the 31st of February, half past twenty-five. */
    private static Optional<LocalDateTime> findTime(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIMESTAMP))
                    .filter(time -> TIMESTAMP.format(time).equals(digits));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last number of the version, plus one. */
    private static Version number(Version last) {
        String text = last.toString();
        int dot = text.lastIndexOf('.');
        String number = text.substring(dot + 1);
        String raised = new BigInteger(number).add(BigInteger.ONE).toString();
        String padded = "0".repeat(Math.max(0, number.length() - raised.length())) + raised;
        return Version.of(text.substring(0, dot + 1) + padded);
    }
}
