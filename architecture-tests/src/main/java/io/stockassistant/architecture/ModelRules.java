package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import io.stockassistant.shared.naming.Naming;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Persistence models are claims on tables, and a table belongs to one module. */
final class ModelRules {

    static final Rule PLACE = new Rule(
            "models-only-in-persistence",
            "persistence models are in packages called persistence",
            "a model is a row, and the domain does not know what its rows look like",
            code -> models(code)
                    .filter(model ->
                            !List.of(model.getPackageName().split("\\.", -1)).contains("persistence"))
                    .map(model -> model.getName() + " is a model outside of persistence")
                    .toList());

    static final Rule ONE_MODULE = new Rule(
            "every-model-in-one-module",
            "every persistence model is in the modelPackages() of one module",
            "a table without a module is never made, and with two it is made twice",
            code -> models(code)
                    .filter(model -> listOwners(code, model).size() != 1)
                    .map(model -> model.getName() + " is a model of "
                            + (listOwners(code, model).isEmpty()
                                    ? "no module"
                                    : String.join(" and ", listOwners(code, model))))
                    .toList());

    static final Rule SCHEMA = new Rule(
            "models-in-their-modules-schema",
            "a persistence model names no schema but its module's",
            "a module leaves for its own database with its schema, and with nothing else",
            code -> models(code)
                    .flatMap(model -> NamedSchema.list(model).stream()
                            .filter(named -> code.findTerritory(model)
                                    .filter(owner -> owner.module().schema().equals(named.schema()))
                                    .isEmpty())
                            .map(named -> "%s is in schema %s".formatted(named.where(), named.schema())))
                    .toList());

    static final Rule TABLE = new Rule(
            "tables-are-claimed-once",
            "no two persistence models claim one table",
            "they would disagree on its columns sooner or later",
            ModelRules::listSharedTables);

    static final List<Rule> ALL = List.of(PLACE, ONE_MODULE, SCHEMA, TABLE);

    private ModelRules() {}

    private static Stream<JavaClass> models(Codebase code) {
        return code.classes().stream().filter(type -> type.isAnnotatedWith(Entity.class));
    }

    private static List<String> listOwners(Codebase code, JavaClass model) {
        return code.territories().stream()
                .filter(owner -> owner.module().modelPackages().stream()
                        .anyMatch(name -> (model.getPackageName() + ".").startsWith(name + ".")))
                .map(Territory::name)
                .sorted()
                .toList();
    }

    private static List<String> listSharedTables(Codebase code) {
        Map<String, List<String>> claims = models(code)
                .collect(Collectors.groupingBy(
                        model -> tableOf(code, model),
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        return claims.entrySet().stream()
                .filter(claim -> claim.getValue().size() > 1)
                .map(claim -> String.join(" and ", claim.getValue()) + " claim table " + claim.getKey())
                .toList();
    }

    private static String tableOf(Codebase code, JavaClass model) {
        Optional<Table> table = model.tryGetAnnotationOfType(Table.class);
        String schema = given(table.map(Table::schema))
                .or(() -> code.findTerritory(model).map(owner -> owner.module().schema()))
                .orElse("");
        return schema + "." + given(table.map(Table::name)).orElseGet(() -> Naming.tableOf(model.getSimpleName()));
    }

    private static Optional<String> given(Optional<String> name) {
        return name.filter(text -> !text.isEmpty());
    }
}
