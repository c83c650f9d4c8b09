package io.stockassistant.migrations.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** Whether a person sits in front of standard input and output. */
final class Terminal {

    private Terminal() {}

    static boolean isInteractive() {
        return find().isPresent();
    }

    /** The terminal, to ask questions on. */
    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; what it is from Java 22 on, isTerminal asks
    static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** The terminal, to show something on. */
    static Optional<Screen> findScreen() {
        return find().map(console -> line -> {
            console.printf("%s%n", line);
            if (console.writer().checkError()) {
                throw new IllegalStateException("the terminal cannot be written to");
            }
        });
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return (boolean) method.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
