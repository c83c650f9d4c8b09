package io.stockassistant.migrations.replay;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose objects are whose, by the schemas of the modules. */
public record SchemaOwners(Modules modules) {

    /** The module in whose schema an object stands, or whose schema it is; of several, the one that builds on no other. */
    public Optional<String> findModule(Difference difference) {
        return modules.list().stream()
                .filter(each -> names(each).anyMatch(schema -> isIn(schema, difference)))
                .map(Module::name)
                .findFirst();
    }

    /** The server writes a name in quotes where it needs them. */
    private static Stream<String> names(Module module) {
        return Stream.of(module.schema(), Identifiers.quote(module.schema()));
    }

    private static boolean isIn(String schema, Difference difference) {
        boolean itself = difference.kind() == Kind.SCHEMA && difference.object().equals(schema);
        return itself
                || (difference.kind() == Kind.OTHER
                        ? difference.object().contains(" " + schema + ".")
                        : difference.object().startsWith(schema + "."));
    }
}
