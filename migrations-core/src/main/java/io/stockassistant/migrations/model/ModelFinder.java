package io.stockassistant.migrations.model;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into compiled classes for the annotation and loads only those that have it: a module has many others. */
final class ModelFinder {

    private static final byte[] ENTITY = Entity.class.descriptorString().getBytes(StandardCharsets.US_ASCII);

    private final Module module;

    ModelFinder(Module module) {
        this.module = module;
    }

    /** By name. */
    List<PersistenceModel> list() {
        List<PersistenceModel> models = new ArrayList<>();
        try {
            for (Map.Entry<String, SourceFile> each :
                    module.models().listClasses().entrySet()) {
                if (mentionsEntity(each.getValue().content().read())) {
                    Class<?> type = load(each.getKey());
                    if (type.isAnnotationPresent(Entity.class)) {
                        models.add(model(type));
                    }
                }
            }
            return models;
        } catch (IOException e) {
            throw problem("The classes of module " + module.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, module.models().loader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw problem("The model " + name + " of module " + module.name() + " cannot be loaded: " + e + ".", e);
        }
    }

    private PersistenceModel model(Class<?> type) {
        try {
            return PersistenceModel.of(type);
        } catch (IllegalArgumentException e) {
            throw problem("The model " + type.getName() + " has no table: " + e.getMessage() + ".", e);
        }
    }

    private static boolean mentionsEntity(byte[] bytes) {
        for (int i = 0; i <= bytes.length - ENTITY.length; i++) {
            int same = 0;
            while (same < ENTITY.length && bytes[i + same] == ENTITY[same]) {
                same++;
            }
            if (same == ENTITY.length) {
                return true;
            }
        }
        return false;
    }

    private ProblemException problem(String message, Throwable cause) {
        return new ProblemException(
                Problem.inModule(
                        ProblemCode.INVALID_MODULE,
                        module.name(),
                        message,
                        "Mend that class, or leave its package out of modelPackages() in the module's descriptor."),
                cause);
    }
}
