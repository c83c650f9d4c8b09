package io.stockassistant.architecture;

import static java.util.Comparator.comparingInt;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The compiled code of a project, the descriptors of its modules, and what this project allows itself. Immutable. */
public final class Codebase {

    private final String root;
    private final JavaClasses classes;
    private final List<Territory> territories;
    private final Conventions conventions;

    private Codebase(String root, JavaClasses classes, List<Territory> territories, Conventions conventions) {
        this.root = root;
        this.classes = classes;
        this.territories = territories;
        this.conventions = conventions;
    }

    /**
     * All code of the class path below a package, without tests, and the modules whose descriptors the class path offers
     * in {@code META-INF/services} and which are below that package.
     *
     * @throws IllegalArgumentException if there is no code or no descriptor: rules about nothing are always kept
     */
    public static Codebase below(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return of(
                root,
                classes,
                ServiceLoader.load(MigrationModule.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(module -> (module.getClass().getPackageName() + ".").startsWith(root + "."))
                        .toList());
    }

    static Codebase of(String root, JavaClasses classes, Collection<MigrationModule> modules) {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("There is no class below " + root
                    + ". Put the modules on the class path of this test, and give the package above all of them.");
        }
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("There is no module below " + root + ": no class there is named in"
                    + " META-INF/services/" + MigrationModule.class.getName() + ".");
        }
        return new Codebase(
                root, classes, modules.stream().map(Territory::new).toList(), Conventions.standard(root + ".shared.."));
    }

    /**
     * Has packages of modules for one technology each, which are called so wherever they are: {@code
     * withTechnology("pdf", "org.apache.pdfbox..")} lets {@code invoices.invoice.pdf} use that library and the domain.
     *
     * @param libraries packages; two dots at the end mean those below, too
     */
    public Codebase withTechnology(String leaf, String... libraries) {
        return with(conventions.withTechnology(leaf, List.of(libraries)));
    }

    /** Lets the domain use packages beside {@code java}, without {@code java.sql}, and {@code org.jspecify}. */
    public Codebase withDomainLibraries(String... packages) {
        return with(conventions.withDomainLibraries(List.of(packages)));
    }

    /** Lets every module use packages of this project that are in no module; {@code shared} below the root is one. */
    public Codebase withShared(String... packages) {
        return with(conventions.withShared(List.of(packages)));
    }

    /** Lets packages outside of the modules use Spring: that of the application, for example. */
    public Codebase withSpringIn(String... packages) {
        return with(conventions.withSpringIn(List.of(packages)));
    }

    private Codebase with(Conventions changed) {
        return new Codebase(root, classes, territories, changed);
    }

    String root() {
        return root;
    }

    /** All classes, for rules of a project's own. */
    public JavaClasses classes() {
        return classes;
    }

    Conventions conventions() {
        return conventions;
    }

    List<Territory> territories() {
        return territories;
    }

    boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The module that a class belongs to; of one inside of another, the inner. */
    Optional<Territory> findTerritory(JavaClass type) {
        return territories.stream()
                .filter(territory -> territory.has(type.getPackageName()))
                .max(comparingInt(territory -> territory.root().length()));
    }

    /** Where in its module a class is; nothing for a class that is in none. */
    Optional<Layer> findLayer(JavaClass type) {
        return findTerritory(type)
                .map(territory -> Layer.of(territory.pathTo(type.getPackageName()), conventions.technologies()));
    }

    boolean isIn(Layer layer, JavaClass type) {
        return findLayer(type).filter(layer::equals).isPresent();
    }
}
