package io.stockassistant.migrations.catalog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which what is there differs from what was expected.
 *
 * @param object its qualified name
 * @param property what of it differs, where it is there on both sides
 * @param expected the value that the property should have, if any; of a missing object, what it should be
 * @param actual the value that it has, if any; of an object too much, what it is
 */
public record Difference(
        Kind kind,
        String object,
        Change change,
        @Nullable String property,
        @Nullable String expected,
        @Nullable String actual) {

    /** In which way it differs. */
    public enum Change {
        /** It is there and was not expected. */
        ADDED,
        /** It was expected and is not there. */
        REMOVED,
        CHANGED;

        /** As JSON says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The object as people name it, for example {@code table shop.orders}. */
    public String subject() {
        if (kind == Kind.OTHER) {
            return object;
        }
        return object.isEmpty() ? kind.word() : kind.word() + " " + object;
    }

    static Difference added(CatalogObject object) {
        return new Difference(
                object.kind(),
                object.qualified(),
                Change.ADDED,
                null,
                null,
                object.findSummary().orElse(null));
    }

    static Difference removed(CatalogObject object) {
        return new Difference(
                object.kind(),
                object.qualified(),
                Change.REMOVED,
                null,
                object.findSummary().orElse(null),
                null);
    }

    static Difference changed(
            CatalogObject object, String property, @Nullable String expected, @Nullable String actual) {
        return new Difference(object.kind(), object.qualified(), Change.CHANGED, property, expected, actual);
    }

    /** As a line for people. */
    @Override
    public String toString() {
        String subject = subject();
        return switch (change) {
            case ADDED -> subject + " is not expected";
            case REMOVED -> subject + " is missing";
            case CHANGED ->
                subject + ": expected " + property + " " + (expected == null ? "none" : expected) + ", found "
                        + (actual == null ? "none" : actual);
        };
    }
}
