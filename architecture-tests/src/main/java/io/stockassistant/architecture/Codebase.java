package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.List;
import java.util.ServiceLoader;

/** The compiled code of all modules, without tests, and the descriptors in it. */
final class Codebase {

    static final String ROOT = "io.stockassistant";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private Codebase() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** The modules of the class path, as the engine finds them. */
    static List<MigrationModule> modules() {
        return ServiceLoader.load(MigrationModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
