package io.stockassistant.migrations.model;

import io.stockassistant.migrations.module.Module;
import java.util.List;

/** The persistence models of a module: the classes with {@code @Entity} in its model packages and below. */
public final class Models {

    private Models() {}

    /**
     * Every model of a module, by the name of its class. A module in a folder has none.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-module} if a class cannot be read or
     *     loaded, or its table can have no name
     */
    public static List<PersistenceModel> list(Module module) {
        return new ModelFinder(module, unusable -> {
                    throw unusable;
                })
                .list();
    }
}
