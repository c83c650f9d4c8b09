package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why what a jar names in META-INF/services cannot be used, for people.
 *
 * @param what "A module descriptor", "A task of init"
 * @param type the service
 */
record UnusableService(String what, Class<?> type, ModuleJar jar) {

    /** The virtual machine says it in a sentence; the first number is that of the class, the second its own. */
    private static final Pattern VERSIONS =
            Pattern.compile("(\\S+) has been compiled .*?class file version (\\d+)\\.\\d+.*", Pattern.DOTALL);

    private static final int CLASS_FILES_OF_JAVA_0 = 44;

    Problem problem(Throwable thrown) {
        Optional<String> damage = jar.findDamage();
        if (damage.isPresent()) {
            return Problem.of(
                    ProblemCode.INVALID_JAR,
                    jar + " is damaged: " + damage.get() + ".",
                    "Build it again, or copy it again; unzip -t " + jar + " says whether a copy is whole.");
        }
        Throwable cause = thrown;
        while (cause instanceof ServiceConfigurationError && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return tooNew(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            return because(
                    "it needs the class " + String.valueOf(cause.getMessage()).replace('/', '.')
                            + ", which is neither in the program nor in a jar that is named",
                    "Pack what the module needs into its jar, or name it in the Class-Path of its manifest.");
        }
        return because(text(thrown, cause), remedy());
    }

    private Problem tooNew(String message) {
        Matcher versions = VERSIONS.matcher(message);
        int running = Runtime.version().feature();
        if (!versions.matches()) {
            return because(message, "Compile it with --release " + running + ".");
        }
        int needed = Integer.parseInt(versions.group(2)) - CLASS_FILES_OF_JAVA_0;
        return because(
                versions.group(1).replace('/', '.') + " was compiled for Java " + needed + ", and this is Java "
                        + running,
                "Run the program with Java " + needed + " or newer, or compile the module with --release " + running
                        + ".");
    }

    /** ServiceLoader begins its messages with the service. */
    private String text(Throwable thrown, Throwable cause) {
        String message = String.valueOf(thrown.getMessage());
        String begin = type.getName() + ": ";
        String shown = message.startsWith(begin) ? message.substring(begin.length()) : message;
        if (thrown instanceof ServiceConfigurationError || thrown instanceof IllegalArgumentException) {
            return cause == thrown ? shown : shown + ": " + cause;
        }
        return thrown.toString();
    }

    private String remedy() {
        return "Check META-INF/services/" + type.getName()
                + " in it: it names one public class a line, with a public constructor without parameters.";
    }

    Problem because(String why, @Nullable String remedy) {
        return Problem.of(
                ProblemCode.INVALID_MODULE,
                what + " in " + jar + " cannot be used: " + why + ".",
                remedy == null ? remedy() : remedy);
    }
}
