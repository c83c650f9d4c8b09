package io.stockassistant.migrations.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the class whose database is meant, and makes it when somebody first asks for it. */
final class MigratedDatabases implements ParameterResolver {

    private static final Namespace OWN = Namespace.create(MigratedDatabases.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext owner = owner(context);
        // by class: a store also looks into those of the classes around it
        MigratedCopy copy = owner.getStore(OWN)
                .computeIfAbsent(
                        owner.getRequiredTestClass(), key -> MigratedCopy.of(modules(owner)), MigratedCopy.class);
        return parameter.getParameter().getType() == TestDatabase.class ? copy.database() : copy.dataSource();
    }

    /** The innermost class with the annotation. */
    private static ExtensionContext owner(ExtensionContext context) {
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent() && find(at.get()).isEmpty()) {
            at = at.get().getParent();
        }
        return at.orElseThrow();
    }

    private static Optional<MigratedDatabase> find(ExtensionContext context) {
        Optional<AnnotatedElement> test = context.getElement().filter(Class.class::isInstance);
        return AnnotationSupport.findAnnotation(test, MigratedDatabase.class);
    }

    private static Set<String> modules(ExtensionContext owner) {
        return new TreeSet<>(List.of(find(owner).orElseThrow().value()));
    }
}
