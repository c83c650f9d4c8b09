package io.stockassistant.migrations.baseline;

import java.util.List;

/** Something in a schema cannot be expressed in a baseline; nothing is left out in silence. */
public final class CannotBeWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> objects;

    CannotBeWritten(List<String> objects) {
        super(String.join("; ", objects));
        this.objects = List.copyOf(objects);
    }

    /** What cannot be expressed, each with the reason where it is not obvious. */
    public List<String> objects() {
        return objects;
    }
}
