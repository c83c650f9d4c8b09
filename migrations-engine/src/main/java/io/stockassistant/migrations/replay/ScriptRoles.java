package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.shadow.Shadow;
import java.util.ArrayList;
import java.util.List;

/** The roles that scripts create on the server of a shadow, or that are created for them, until it is closed. */
public final class ScriptRoles implements AutoCloseable {

    private final Shadow shadow;
    private final List<String> before;

    public ScriptRoles(Shadow shadow) {
        this.shadow = shadow;
        this.before = shadow.listRoles();
    }

    /** Removes them, if the server is ours alone. */
    @Override
    public void close() {
        List<String> made = new ArrayList<>(shadow.listRoles());
        made.removeAll(before);
        shadow.dropRoles(made);
    }
}
