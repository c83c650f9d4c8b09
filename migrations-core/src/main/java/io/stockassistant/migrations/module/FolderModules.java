package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One folder a module, with an optional {@code module.properties} beside its SQL files. */
final class FolderModules implements ModuleSource {

    static final String DESCRIPTOR = "module.properties";

    private static final Set<String> KEYS = Set.of("name", "schema", "history", "depends-on", "model-sql");
    private static final String PLACEHOLDER = "placeholders.";

    private final Path root;

    FolderModules(Path root) {
        this.root = root;
    }

    @Override
    public List<Module> list() {
        List<Module> modules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path folder : listFolders()) {
            try {
                if (isModule(folder)) {
                    modules.add(read(folder));
                } else {
                    StrayMigrations.find(folder).ifPresent(problems::add);
                }
            } catch (IOException | IllegalArgumentException e) {
                String reason = e instanceof IOException io && Files.isDirectory(folder.resolve(DESCRIPTOR))
                        ? FileReason.of(folder.resolve(DESCRIPTOR), io)
                        : String.valueOf(e.getMessage());
                problems.add(new Problem(
                        ProblemCode.INVALID_MODULE,
                        folder.getFileName().toString(),
                        null,
                        folder.resolve(DESCRIPTOR).toString(),
                        "The module in " + folder + " cannot be read: " + reason + ".",
                        "Mend " + folder.resolve(DESCRIPTOR) + "; it may hold " + new TreeSet<>(KEYS)
                                + " and placeholders.NAME."));
            }
        }
        ProblemException.throwIfAny(problems);
        return modules;
    }

    private List<Path> listFolders() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.NO_MODULES,
                            "The modules folder " + root + " cannot be read: " + FileReason.of(root, e) + ".",
                            "Give --modules a folder with one folder a module."),
                    e);
        }
    }

    /** A folder without a descriptor and without SQL (docs, .git) is no module. */
    private static boolean isModule(Path folder) {
        if (Files.exists(folder.resolve(DESCRIPTOR))) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .anyMatch(name -> name.endsWith(".sql"));
        } catch (IOException e) {
            return true; // an unreadable folder is reported when it is read, not passed over
        }
    }

    @Override
    public String howToBegin() {
        Path parent = root.toAbsolutePath().normalize().getParent();
        return parent != null && isModule(root)
                ? root + " looks like a module itself; name the folder above it: --modules "
                        + Optional.ofNullable(root.getParent()).orElse(parent)
                : "For a first module create " + root.resolve("NAME").resolve(DESCRIPTOR) + "; it may be empty.";
    }

    private static Module read(Path folder) throws IOException {
        Properties properties = new Properties();
        Path descriptor = folder.resolve(DESCRIPTOR);
        if (Files.exists(descriptor)) {
            try (Reader reader = Files.newBufferedReader(descriptor, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (CharacterCodingException e) {
                throw new IOException(descriptor + " is not UTF-8", e);
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "a \\u in it is not followed by four hexadecimal digits; for a backslash write two", e);
            }
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KEYS);
        unknown.removeIf(key -> key.startsWith(PLACEHOLDER) && key.length() > PLACEHOLDER.length());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown key " + String.join(", ", unknown));
        }
        String name = text(properties, "name", folder.getFileName().toString());
        String schema = text(properties, "schema", name.replace('-', '_'));
        Optional<Path> modelSql = modelSql(properties, folder);
        return new Module(
                name,
                schema,
                HistoryTable.parse(text(properties, "history", "flyway_schema_history"), schema),
                list(properties.getProperty("depends-on", "")),
                placeholders(properties),
                new FolderLocation(folder, modelSql),
                modelSql.map(ModelLocation::of).orElse(ModelLocation.NONE));
    }

    private static Optional<Path> modelSql(Properties properties, Path folder) {
        String name = text(properties, "model-sql", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(name));
    }

    private static Map<String, String> placeholders(Properties properties) {
        Map<String, String> placeholders = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.toLowerCase(Locale.ROOT).startsWith(PLACEHOLDER + "flyway:")) {
                throw new IllegalArgumentException("the placeholder " + key.substring(PLACEHOLDER.length())
                        + " has its value from the program, as all that begin with flyway:");
            }
            if (key.startsWith(PLACEHOLDER)) {
                placeholders.put(key.substring(PLACEHOLDER.length()), properties.getProperty(key));
            }
        }
        return placeholders;
    }

    private static String text(Properties properties, String key, String otherwise) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static Set<String> list(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return "the folder " + root;
    }
}
