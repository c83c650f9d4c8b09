package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What modules name in META-INF/services. */
public final class ModuleServices {

    private ModuleServices() {}

    /**
     * The services whose classes a loader has loaded itself: of a loader that sees others, without theirs.
     *
     * @param what "A task of init", at the beginning of a sentence
     * @throws ProblemException {@code invalid-module} if one cannot be used; it names the jar where that is known
     */
    public static <S> List<S> list(Class<S> type, String what, ClassLoader loader) {
        if (loader instanceof JarsLoader jars) {
            List<S> found = new ArrayList<>();
            jars.jars().forEach(jar -> found.addAll(list(type, what, jars, jar)));
            return found;
        }
        try {
            return listOwn(type, loader, loader);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INVALID_MODULE,
                            what + " cannot be used: " + e.getMessage(),
                            "Check META-INF/services/" + type.getName()
                                    + " of that module: it names one public class a line, with a public constructor"
                                    + " without parameters."),
                    e);
        }
    }

    /** Of one jar. */
    static <S> List<S> list(Class<S> type, String what, JarsLoader jars, ModuleJar jar) {
        try {
            return listOwn(type, jars.servicesOf(jar), jars);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ProblemException(new UnusableService(what, type, jar).problem(e), e);
        }
    }

    private static <S> List<S> listOwn(Class<S> type, ClassLoader named, ClassLoader loader) {
        return ServiceLoader.load(type, named).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
