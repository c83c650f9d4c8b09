package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/** Some providers write NaN for what they do not know; one in a column makes every sum over it NaN. */
final class Figures {

    private Figures() {}

    static void requireNumber(String name, @Nullable Double figure) {
        if (figure != null && !Double.isFinite(figure)) {
            throw new IllegalArgumentException(
                    "the figure " + name + " of a daily bar is " + figure + ": give a number, or null for unknown");
        }
    }
}
