package io.stockassistant.architecture;

import io.stockassistant.shared.migration.MigrationModule;
import java.util.List;

/** A module and the packages that are its own: that of its descriptor, and all below. */
record Territory(MigrationModule module) {

    String name() {
        return module.name();
    }

    String root() {
        return module.getClass().getPackageName();
    }

    boolean has(String packageName) {
        return packageName.equals(root()) || packageName.startsWith(root() + ".");
    }

    /** The names of the packages from the descriptor's down to one of this territory. */
    List<String> pathTo(String packageName) {
        return packageName.equals(root())
                ? List.of()
                : List.of(packageName.substring(root().length() + 1).split("\\.", -1));
    }
}
