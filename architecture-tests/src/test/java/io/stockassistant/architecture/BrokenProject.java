package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.List;
import java.util.stream.Stream;

/** The fixtures: modules, shared code and an engine, in which some classes break rules and say which. */
final class BrokenProject {

    private static final String ROOT = "io.stockassistant.architecture.fixture";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);
    private static final Codebase CODE = StockAssistant.withConventions(Codebase.of(ROOT, CLASSES, modules()))
            .withDomainLibraries(Breaks.class.getPackageName());

    private BrokenProject() {}

    static Codebase code() {
        return CODE;
    }

    /** What a rule has to name. */
    static List<String> listCulprits(String rule) {
        return marked().filter(type -> List.of(mark(type).value()).contains(rule))
                .flatMap(type -> mark(type).names().length == 0
                        ? Stream.of(type.getName())
                        : Stream.of(mark(type).names()))
                .toList();
    }

    static List<String> listRulesWithoutFixture(List<Rule> rules) {
        return rules.stream()
                .map(Rule::name)
                .filter(name -> listCulprits(name).isEmpty())
                .toList();
    }

    static List<String> listBrokenRules() {
        return marked().flatMap(type -> Stream.of(mark(type).value()))
                .distinct()
                .toList();
    }

    private static Stream<JavaClass> marked() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(Breaks.class));
    }

    private static Breaks mark(JavaClass type) {
        return type.getAnnotationOfType(Breaks.class);
    }

    private static List<MigrationModule> modules() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(MigrationModule.class))
                .map(BrokenProject::descriptor)
                .toList();
    }

    private static MigrationModule descriptor(JavaClass type) {
        try {
            return (MigrationModule) type.reflect().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
