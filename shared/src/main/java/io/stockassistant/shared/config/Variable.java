package io.stockassistant.shared.config;

/** A variable that is set, and where. */
record Variable(String name, String value, boolean fromDotEnv) {

    /** The name as messages show it. */
    String label() {
        return fromDotEnv ? name + " (in .env)" : name;
    }

    /** The same variable without white space around its value. */
    Variable stripped() {
        return new Variable(name, value.strip(), fromDotEnv);
    }
}
