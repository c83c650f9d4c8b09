package io.stockassistant.migrations.autogenerate.hibernate;

import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import java.io.Serial;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractJavaType;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/**
 * A Java type for which there is no column type, such as a map or a class of the module. Its model says which one it is;
 * Hibernate would stop at it, or take Java's own byte stream.
 */
final class ForeignType extends AbstractJavaType<Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Annotations under which a property is no single column, or somebody else makes one of it. */
    private static final List<Class<? extends Annotation>> OTHERWISE = List.of(
            Transient.class,
            Embedded.class,
            EmbeddedId.class,
            Convert.class,
            ElementCollection.class,
            ManyToOne.class,
            OneToOne.class,
            OneToMany.class,
            ManyToMany.class);

    private ForeignType(Type type) {
        super(type, ImmutableMutabilityPlan.instance());
    }

    /** Those that properties of the classes have. */
    static Set<ForeignType> of(Collection<Class<?>> classes) {
        return classes.stream()
                .flatMap(ForeignType::in)
                .distinct()
                .map(ForeignType::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Type> in(Class<?> type) {
        return Declarations.fieldsOf(type)
                .filter(field -> OTHERWISE.stream().noneMatch(field::isAnnotationPresent))
                .flatMap(field -> isEmbeddable(field)
                        ? in(field.getType())
                        : Stream.of(field.getGenericType()).filter(each -> isForeign(field, each)));
    }

    private static boolean isEmbeddable(Field field) {
        return field.getType().isAnnotationPresent(Embeddable.class);
    }

    private static boolean isForeign(Field field, Type type) {
        if (Map.class.isAssignableFrom(field.getType())) {
            return true;
        }
        if (Collection.class.isAssignableFrom(field.getType())) {
            return type instanceof ParameterizedType generic
                    && !(generic.getActualTypeArguments()[0] instanceof Class<?> element && isKnown(element));
        }
        return !isKnown(field.getType());
    }

    private static boolean isKnown(Class<?> type) {
        return type.isPrimitive()
                || type.isArray()
                || type.isEnum()
                || type.getName().startsWith("java.");
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return VarcharJdbcType.INSTANCE;
    }

    @Override
    public <X> X unwrap(Object value, Class<X> type, WrapperOptions options) {
        throw new UnsupportedOperationException("no value is ever read or written");
    }

    @Override
    public <X> Object wrap(X value, WrapperOptions options) {
        throw new UnsupportedOperationException("no value is ever read or written");
    }
}
