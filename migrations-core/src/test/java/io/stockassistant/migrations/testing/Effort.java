package io.stockassistant.migrations.testing;

/** How much a test of random inputs tries: a little every time, a lot with {@code -Pfull}. */
public final class Effort {

    private Effort() {}

    /** One of two numbers of tries. */
    public static int of(int usually, int full) {
        return Boolean.getBoolean("tests.full") ? full : usually;
    }

    /** The same for a test of faults, whose many tries are those of {@code -Pfaults}. */
    public static int ofFaults(int usually, int full) {
        return Boolean.getBoolean("tests.faults") ? full : usually;
    }

    /** Where random choices begin: {@code -Dtests.seed=…} repeats what another run, which printed it, has tried. */
    public static long seed() {
        return Long.getLong("tests.seed", System.nanoTime());
    }
}
