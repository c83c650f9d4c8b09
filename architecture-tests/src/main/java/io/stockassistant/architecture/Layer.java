package io.stockassistant.architecture;

import java.util.List;
import java.util.Set;

/** Where in its module a class is, by the names of its packages. */
enum Layer {
    /** Beside the descriptor: puts the module together. */
    ROOT,
    /** In a package of no other kind. */
    DOMAIN,
    APPLICATION,
    PERSISTENCE,
    TECHNOLOGY;

    static Layer of(List<String> path, Set<String> technologies) {
        if (path.isEmpty()) {
            return ROOT;
        }
        for (String name : path) {
            if (name.equals("application")) {
                return APPLICATION;
            }
            if (name.equals("persistence")) {
                return PERSISTENCE;
            }
            if (technologies.contains(name)) {
                return TECHNOLOGY;
            }
        }
        return DOMAIN;
    }
}
