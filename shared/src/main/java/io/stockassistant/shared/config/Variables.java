package io.stockassistant.shared.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The environment above the {@code .env} file: a variable of the first hides its namesake of the second. */
public final class Variables {

    private final Map<String, String> environment;
    private final Map<String, String> dotEnv;

    private Variables(Map<String, String> environment, Map<String, String> dotEnv) {
        this.environment = Map.copyOf(environment);
        this.dotEnv = Map.copyOf(dotEnv);
    }

    public static Variables of(Map<String, String> environment, Map<String, String> dotEnv) {
        return new Variables(environment, dotEnv);
    }

    /**
     * Those of this process, and of {@code .env} in a folder if there is such a file.
     *
     * @throws ConfigurationException if the file cannot be read or understood
     */
    public static Variables ofProcess(Path workingFolder) {
        return of(System.getenv(), DotEnvFile.read(workingFolder.resolve(".env")));
    }

    /** A variable's value without white space around it; one that is empty then counts as not set. */
    public Optional<String> find(String name) {
        return findVariable(name).map(Variable::value);
    }

    /**
     * A password: the value of the variable, or the first line of the file that {@code NAME_FILE} names.
     *
     * @throws ConfigurationException if both are set, the file cannot be read, or its first line is empty
     */
    public Optional<Password> findPassword(String name) {
        Optional<Variable> value = findSecret(name);
        Optional<Variable> file = findVariable(name + "_FILE");
        if (value.isPresent() && file.isPresent()) {
            throw ConfigurationException.invalid(
                    value.get().label() + " and " + file.get().label() + " are both set.", "Unset one of them.");
        }
        return file.map(each ->
                        PasswordFile.read(each.label(), Path.of(each.value())).value())
                .or(() -> value.map(each -> Password.of(each.value())));
    }

    /**
     * All whose names begin with a prefix, by what follows it, which is the same in upper and lower case; an empty one
     * counts as not set.
     */
    public Map<String, String> listByPrefix(String prefix) {
        Map<String, String> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(dotEnv, environment)
                .forEach(source -> source.forEach((name, value) -> {
                    if (name.startsWith(prefix) && name.length() > prefix.length() && !value.isEmpty()) {
                        found.put(name.substring(prefix.length()), value);
                    }
                }));
        return found;
    }

    Optional<Variable> findVariable(String name) {
        return findRaw(name).filter(variable -> !variable.value().isBlank()).map(Variable::stripped);
    }

    /** A password may begin and end with spaces; only an empty one counts as not set. */
    Optional<Variable> findSecret(String name) {
        return findRaw(name);
    }

    private Optional<Variable> findRaw(String name) {
        String value = environment.getOrDefault(name, "");
        if (!value.isEmpty()) {
            return Optional.of(new Variable(name, value, false));
        }
        String fallback = dotEnv.getOrDefault(name, "");
        return fallback.isEmpty() ? Optional.empty() : Optional.of(new Variable(name, fallback, true));
    }
}
