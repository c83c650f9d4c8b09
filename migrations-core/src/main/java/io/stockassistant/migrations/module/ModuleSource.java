package io.stockassistant.migrations.module;

import java.nio.file.Path;
import java.util.List;

/** Somewhere that modules come from; its {@code toString} names the place in messages. */
public interface ModuleSource {

    /** The modules with a descriptor on the class path of this program. */
    static ModuleSource classPath() {
        return classPath(ModuleSource.class.getClassLoader());
    }

    /** The modules with a descriptor that a class loader sees. */
    static ModuleSource classPath(ClassLoader loader) {
        return new ClassPathModules(loader);
    }

    /**
     * The modules in a folder: each folder in it with migrations or a {@code module.properties} is one. Folders below a
     * module's belong to it, unless they have a {@code module.properties} of their own.
     */
    static ModuleSource folder(Path folder) {
        return new FolderModules(folder);
    }

    /**
     * Every module found, not yet checked against the others.
     *
     * @throws io.stockassistant.migrations.problem.ProblemException if a descriptor cannot be read
     */
    List<Module> list();

    /** The modules of this place and those of another one. */
    default ModuleSource and(ModuleSource other) {
        return new BothSources(this, other);
    }

    /** What to do where there is none, as a sentence. */
    default String howToBegin() {
        return "Name a folder of modules with --modules DIR, or a module's jar with --modules-jar FILE.";
    }
}
