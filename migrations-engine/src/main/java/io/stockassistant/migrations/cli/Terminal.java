package io.stockassistant.migrations.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a person sits in front of standard input and output. */
final class Terminal {

    private Terminal() {}

    /** The terminal, to ask questions on. */
    static Optional<Prompt> findPrompt() {
        return find().map(console -> question -> Optional.ofNullable(console.readLine("%s", question)));
    }

    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; what it is from Java 22 on, isTerminal asks
    private static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** The terminal, to show something on that is kept nowhere; none in a container, whose log keeps what it shows. */
    static Optional<Screen> findScreen() {
        return isContainer(Path.of("/")) ? Optional.empty() : findTerminalAsScreen();
    }

    /** Whether Docker or Podman has left its mark on a file system. */
    static boolean isContainer(Path root) {
        return Stream.of(".dockerenv", "run/.containerenv").map(root::resolve).anyMatch(Files::exists);
    }

    private static Optional<Screen> findTerminalAsScreen() {
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
