package io.stockassistant.architecture;

import java.util.List;
import java.util.stream.Stream;

/** This project's code, and all rules that hold for it. */
final class StockAssistant {

    private static final Codebase CODE = withConventions(Codebase.below("io.stockassistant"))
            .withTechnology("bcrypt", "org.springframework.security.crypto..")
            .withTechnology("encryption", "javax.crypto..")
            .withTechnology(
                    "bulk",
                    "io.stockassistant.shared.naming..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.postgresql..",
                    "org.springframework.dao..",
                    "org.springframework.jdbc..",
                    "org.springframework.transaction.support..");

    private StockAssistant() {}

    static Codebase code() {
        return CODE;
    }

    /** What the fixtures have of them, too. */
    static Codebase withConventions(Codebase code) {
        return code.withTechnology("json", "tools.jackson..")
                .withSpringIn(code.root() + ".shared.config..", code.root() + ".migrations.readiness.spring..");
    }

    static List<Rule> rules() {
        return Stream.concat(ModuleRules.list().stream(), MigrationsRules.ALL.stream())
                .toList();
    }
}
