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
import java.util.Optional;
import java.util.function.Consumer;

/** Looks into compiled classes for the annotation and loads only those that have it: a module has many others. */
final class ModelFinder {

    private static final byte[] ENTITY = Entity.class.descriptorString().getBytes(StandardCharsets.US_ASCII);

    private final Module module;
    private final Consumer<ProblemException> unusable;

    /** @param unusable gets each model that cannot be used; if it throws, the search ends with that */
    ModelFinder(Module module, Consumer<ProblemException> unusable) {
        this.module = module;
        this.unusable = unusable;
    }

    /** By name. */
    List<PersistenceModel> list() {
        List<PersistenceModel> models = new ArrayList<>();
        try {
            module.models()
                    .listClasses()
                    .forEach((name, file) -> find(name, file).ifPresent(models::add));
        } catch (IOException e) {
            unusable.accept(unreadable(e));
        }
        return models;
    }

    private Optional<PersistenceModel> find(String name, SourceFile file) {
        try {
            return mentionsEntity(file.content().read())
                    ? Optional.of(load(name))
                            .filter(type -> type.isAnnotationPresent(Entity.class))
                            .map(this::model)
                    : Optional.empty();
        } catch (IOException e) {
            unusable.accept(unreadable(e));
        } catch (ProblemException e) {
            unusable.accept(e);
        }
        return Optional.empty();
    }

    private ProblemException unreadable(IOException e) {
        return problem("The classes of module " + module.name() + " cannot be read: " + e.getMessage() + ".", e);
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
