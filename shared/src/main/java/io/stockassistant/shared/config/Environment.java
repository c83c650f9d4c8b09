package io.stockassistant.shared.config;

import java.util.Arrays;
import java.util.Locale;

/** Where this runs, as {@code MIGRATIONS_ENVIRONMENT} says; on somebody's own machine if it says nothing. */
public enum Environment {
    LOCAL,
    DEV,
    PROD;

    /** The variable that says it. */
    public static final String VARIABLE = "MIGRATIONS_ENVIRONMENT";

    /** @throws ConfigurationException if the variable holds anything but local, dev or prod */
    public static Environment of(Variables variables) {
        return variables.findVariable(VARIABLE).map(Environment::named).orElse(LOCAL);
    }

    /** Whether Kubernetes has started this: then it keeps what is written to the terminal, too. */
    public static boolean isKubernetes(Variables variables) {
        return variables.find("KUBERNETES_SERVICE_HOST").isPresent();
    }

    /** Whether variables say that this is a container, with or without Kubernetes: then a log keeps the same. */
    public static boolean isContainer(Variables variables) {
        return isKubernetes(variables) || variables.find("container").isPresent();
    }

    private static Environment named(Variable variable) {
        return Arrays.stream(values())
                .filter(environment -> environment.word().equals(variable.value()))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.invalid(
                        variable.label() + " is \"" + variable.value() + "\", which is no environment.",
                        "Set it to local, dev or prod."));
    }

    /** The value of the variable that means this. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
