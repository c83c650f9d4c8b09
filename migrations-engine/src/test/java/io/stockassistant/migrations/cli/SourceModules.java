package io.stockassistant.migrations.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of modules that somebody works in, without a database. */
record SourceModules(Path folder) {

    SourceModules delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command; the folder and an address where nobody answers are added. */
    Answer run(String... words) {
        List<String> args = new ArrayList<>(
                List.of("--modules", folder.toString(), "--url", "postgres://127.0.0.1:1/none", "--no-color"));
        args.addAll(List.of(words));
        return Answer.of(args);
    }

    SourceModules write(String file, String text) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files of a module that a pattern matches, in order. */
    List<String> names(String module, String pattern) {
        try (Stream<Path> files = Files.list(folder.resolve(module))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only file of a module that a pattern matches. */
    String only(String module, String pattern) {
        List<String> names = names(module, pattern);
        if (names.size() != 1) {
            throw new AssertionError(pattern + " is " + names + " in " + names(module, ".*"));
        }
        return module + "/" + names.get(0);
    }

    /** Every file with its bytes. */
    Map<String, String> files() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
