package io.stockassistant.migrations.flyway;

import io.stockassistant.shared.migration.JavaBackfill;
import io.stockassistant.shared.migration.JavaUndo;
import io.stockassistant.shared.migration.MigrationHeader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** A class of a module that has the name of a migration, loaded and looked at. */
public final class JavaClass {

    private static final String FORM = "public, with a public constructor without parameters";

    private final Class<?> type;

    private JavaClass(Class<?> type) {
        this.type = type;
    }

    /**
     * Loads what applies a migration.
     *
     * @return empty for what Flyway passes over, too: an abstract class, an interface, an enum
     * @throws UnusableClassException if it cannot be loaded, or is no Java migration
     */
    public static Optional<JavaCode> findUpgrade(String name, ClassLoader loader) throws UnusableClassException {
        Optional<JavaClass> found = find(name, loader);
        return found.isEmpty() ? Optional.empty() : Optional.of(UpgradeCode.of(found.get(), loader));
    }

    /**
     * Loads what undoes a migration.
     *
     * @return empty for an abstract class, an interface, an enum
     * @throws UnusableClassException if it cannot be loaded, or is no {@link JavaUndo}
     */
    public static Optional<JavaCode> findUndo(String name, ClassLoader loader) throws UnusableClassException {
        Optional<JavaClass> found = find(name, loader);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().undo());
    }

    /**
     * Loads a data migration in batches.
     *
     * @return empty for an abstract class, an interface, an enum
     * @throws UnusableClassException if it cannot be loaded, or is no {@link JavaBackfill}
     */
    public static Optional<BackfillCode> findBackfill(String name, ClassLoader loader) throws UnusableClassException {
        Optional<JavaClass> found = find(name, loader);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get().backfill());
    }

    private static Optional<JavaClass> find(String name, ClassLoader loader) throws UnusableClassException {
        try {
            Class<?> type = Class.forName(name, false, loader);
            boolean passedOver = Modifier.isAbstract(type.getModifiers()) || type.isEnum();
            return passedOver ? Optional.empty() : Optional.of(new JavaClass(type));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnusableClassException(
                    "cannot be loaded: " + e, "Compile it for this version of Java, with what it needs.", e);
        }
    }

    String name() {
        return type.getName();
    }

    List<String> headerLines() {
        MigrationHeader header = type.getAnnotation(MigrationHeader.class);
        return header == null ? List.of() : List.of(header.value());
    }

    private JavaCode undo() throws UnusableClassException {
        JavaUndo undo = create(
                JavaUndo.class,
                "Let it implement " + JavaUndo.class.getName() + ": Flyway's JavaMigration is for upgrades alone.");
        return new JavaCode(
                name(),
                null,
                "",
                null,
                asked(undo::canExecuteInTransaction),
                headerLines(),
                settings -> connection -> create(JavaUndo.class, "").undo(connection));
    }

    private BackfillCode backfill() throws UnusableClassException {
        JavaBackfill backfill = create(JavaBackfill.class, "Let it implement " + JavaBackfill.class.getName() + ".");
        return new BackfillCode(
                name(), headerLines(), asked(backfill::findCheck).orElse(null), () -> create(JavaBackfill.class, ""));
    }

    /**
     * A new instance.
     *
     * @param otherwise the remedy where it is none of that kind
     */
    <T> T create(Class<T> kind, String otherwise) throws UnusableClassException {
        if (!kind.isAssignableFrom(type)) {
            throw new UnusableClassException("does not implement " + kind.getName(), otherwise);
        }
        try {
            Constructor<?> constructor = type.getConstructor();
            if (!Modifier.isPublic(type.getModifiers())) {
                throw new NoSuchMethodException("the class is not public");
            }
            return kind.cast(constructor.newInstance());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new UnusableClassException("is not " + FORM, "Make it " + FORM + ".", e);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            throw new UnusableClassException("cannot be created: " + thrown, "Mend the class.", e);
        } catch (InstantiationException | LinkageError e) {
            throw new UnusableClassException("cannot be created: " + e, "Mend the class.", e);
        }
    }

    /** What a class says of itself. */
    @FunctionalInterface
    interface Question<T> {
        T ask();
    }

    /** What an instance answers. */
    static <T> T asked(Question<T> question) throws UnusableClassException {
        try {
            return question.ask();
        } catch (RuntimeException | LinkageError e) {
            throw new UnusableClassException("cannot be asked about itself: " + e, "Mend the class.", e);
        }
    }
}
