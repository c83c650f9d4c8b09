package io.stockassistant.migrations.module;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Sees the classes of all jars that were named, and before them those of the program: what modules and program hand to
 * each other has to be the same class for both, and a library that both have is the program's. One loader for all jars,
 * because a module may use classes of those that it depends on.
 */
final class JarsLoader extends URLClassLoader {

    private final List<ModuleJar> jars;

    JarsLoader(List<ModuleJar> jars, ClassLoader program) {
        super(jars.stream().map(ModuleJar::url).toArray(URL[]::new), program);
        this.jars = List.copyOf(jars);
    }

    List<ModuleJar> jars() {
        return jars;
    }

    /** The same classes; of files that say which services there are, those of one jar alone. */
    ClassLoader servicesOf(ModuleJar jar) {
        return new ServicesOfOne(this, jar);
    }

    private static final class ServicesOfOne extends ClassLoader {

        private static final String SERVICES = "META-INF/services/";

        private final ModuleJar jar;

        ServicesOfOne(ClassLoader classes, ModuleJar jar) {
            super(classes);
            this.jar = jar;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            if (!name.startsWith(SERVICES)) {
                return super.getResources(name);
            }
            return Collections.enumeration(
                    jar.has(name)
                            ? List.of(
                                    URI.create("jar:" + jar.url() + "!/" + name).toURL())
                            : List.<URL>of());
        }
    }
}
