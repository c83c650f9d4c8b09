package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.ModuleJars;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import java.util.Optional;

/**
 * The modules that the options name. While those of jars are in use, their classes find each other by the loader of the
 * thread, as they would on the class path; threads that are begun meanwhile inherit it.
 */
final class WorkspaceModules implements AutoCloseable {

    private final ModuleSource source;
    private final Optional<ModuleJars> jars;
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    WorkspaceModules(CommonOptions options) {
        this.source = options.moduleSource();
        this.jars = options.findModuleJars();
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if descriptors or jars are wrong */
    Modules get() {
        if (jars.isEmpty()) {
            return Modules.of(source);
        }
        thread.setContextClassLoader(jars.get().classLoader());
        return Modules.of(source.and(jars.get()));
    }

    @Override
    public void close() {
        if (jars.isPresent()) {
            thread.setContextClassLoader(before);
            jars.get().close();
        }
    }
}
