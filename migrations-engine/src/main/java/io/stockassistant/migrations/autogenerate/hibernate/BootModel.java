package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.ModuleModels;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import jakarta.persistence.PersistenceException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.mapping.Table;

/** What Hibernate makes of classes, before it would ask a database anything. */
record BootModel(Metadata metadata, Dialect dialect, StandardServiceRegistry registry) implements AutoCloseable {

    /** Hibernate knows none older; what it says about column types is the same for those. */
    private static final int OLDEST_KNOWN = 14;

    static BootModel read(ModuleModels models) {
        // What it logs goes where the program's other libraries log to: nowhere, unless a log is asked for.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Dialect dialect = new PostgreSQLDialect(DatabaseVersion.make(Math.max(OLDEST_KNOWN, models.major())));
        StandardServiceRegistry registry = registry(models, dialect);
        try {
            MetadataSources sources = new MetadataSources(registry);
            models.classes().forEach(sources::addAnnotatedClass);
            Metadata metadata = sources.getMetadataBuilder()
                    .applyImplicitNamingStrategy(new SharedNames())
                    .applyTypes(
                            (types, service) -> ForeignType.of(models.classes()).forEach(types::contributeJavaType))
                    .build();
            return new BootModel(metadata, dialect, registry);
        } catch (PersistenceException | IllegalArgumentException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw new ProblemException(
                    Problem.inModule(
                            ProblemCode.INVALID_MODEL,
                            models.module(),
                            "The models of " + models.module() + " cannot be read: " + e.getMessage(),
                            "Mend the class that is named."),
                    e);
        } catch (RuntimeException | Error e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static StandardServiceRegistry registry(ModuleModels models, Dialect dialect) {
        BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder();
        bootstrap.applyTcclLookupPrecedence(TcclLookupPrecedence.NEVER);
        loaders(models).forEach(bootstrap::applyClassLoader);
        BootstrapServiceRegistry libraries = bootstrap.build();
        return new StandardServiceRegistryBuilder(libraries)
                .applySetting(JdbcSettings.DIALECT, dialect)
                .applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false)
                .applySetting(MappingSettings.XML_MAPPING_ENABLED, false)
                // Names are meant as they are written, and words of SQL may be names.
                .applySetting(MappingSettings.GLOBALLY_QUOTED_IDENTIFIERS, true)
                .applySetting(MappingSettings.GLOBALLY_QUOTED_IDENTIFIERS_SKIP_COLUMN_DEFINITIONS, true)
                .build();
    }

    private static Set<ClassLoader> loaders(ModuleModels models) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        models.classes().forEach(each -> loaders.add(each.getClassLoader()));
        return loaders;
    }

    /** By name. Those that stand for a view or a query are none. */
    List<Table> listTables() {
        return metadata.collectTableMappings().stream()
                .filter(Table::isPhysicalTable)
                .distinct()
                .sorted(Comparator.comparing(Table::getName))
                .toList();
    }

    @Override
    public void close() {
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
