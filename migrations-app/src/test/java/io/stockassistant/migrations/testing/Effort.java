package io.stockassistant.migrations.testing;

/** How much a test of random inputs tries: a little every time, a lot with {@code -Pfull}. */
public final class Effort {

    private Effort() {}

    /** One of two numbers of tries. */
    public static int of(int usually, int full) {
        return Boolean.getBoolean("tests.full") ? full : usually;
    }
}
