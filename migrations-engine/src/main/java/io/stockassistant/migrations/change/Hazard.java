package io.stockassistant.migrations.change;

/**
 * One thing to know before a statement runs.
 *
 * @param sentence what it does here, for people
 */
public record Hazard(HazardCode code, String sentence) {

    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
