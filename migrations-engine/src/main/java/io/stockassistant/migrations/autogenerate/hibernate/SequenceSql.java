package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.naming.Naming;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.mapping.Table;

/**
 * Sequences that keys are taken from. They are no defaults of columns: who inserts asks them, or a {@code @DefaultValue}
 * does.
 */
final class SequenceSql {

    private SequenceSql() {}

    static List<String> of(Collection<Table> tables, Declarations declarations, Names names) {
        Map<String, String> statements = new TreeMap<>();
        for (Table table : tables) {
            for (Class<?> type : declarations.classesOf(table)) {
                Declarations.fieldsOf(type)
                        .filter(SequenceSql::isTakenFromSequence)
                        .flatMap(field -> find(type, field).stream())
                        .forEach(each -> statements.put(name(each), create(each, names)));
            }
        }
        return List.copyOf(statements.values());
    }

    static boolean isTakenFromSequence(Field field) {
        GeneratedValue generated = field.getAnnotation(GeneratedValue.class);
        return generated != null && generated.strategy() == GenerationType.SEQUENCE;
    }

    /** The one that the property names, on it or on its class; without a name the only one there is. */
    static Optional<SequenceGenerator> find(Class<?> type, Field field) {
        String name = field.getAnnotation(GeneratedValue.class).generator();
        List<SequenceGenerator> all = Stream.concat(
                        Stream.of(field.getAnnotationsByType(SequenceGenerator.class)),
                        Stream.of(type.getAnnotationsByType(SequenceGenerator.class)))
                .filter(each -> name.isEmpty() || each.name().equals(name))
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    static String name(SequenceGenerator generator) {
        return generator.sequenceName().isEmpty() ? Naming.columnOf(generator.name()) : generator.sequenceName();
    }

    private static String create(SequenceGenerator generator, Names names) {
        return "CREATE SEQUENCE " + names.qualified(name(generator)) + " START WITH " + generator.initialValue()
                + " INCREMENT BY " + generator.allocationSize()
                + (generator.options().isBlank()
                        ? ""
                        : " " + generator.options().strip());
    }
}
