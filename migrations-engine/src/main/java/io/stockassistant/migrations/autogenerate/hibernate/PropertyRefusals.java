package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.ModuleModels;
import io.stockassistant.shared.naming.Naming;
import io.stockassistant.shared.persistence.DefaultValue;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Where the values of a property come from, and what its column would be called. */
final class PropertyRefusals {

    private final ModuleModels models;
    private final Refusals.Sink problems;
    private final Map<String, Class<?>> enums = new HashMap<>();

    PropertyRefusals(ModuleModels models, Refusals.Sink problems) {
        this.models = models;
        this.problems = problems;
    }

    void check(Class<?> type) {
        Declarations.fieldsOf(type).forEach(field -> {
            named(field);
            generated(type, field);
            enumeration(field);
            association(field);
        });
    }

    private void named(Field field) {
        Column column = field.getAnnotation(Column.class);
        boolean isNamed = column != null && !column.name().isEmpty();
        if (isNamed || Collection.class.isAssignableFrom(field.getType())) {
            return;
        }
        try {
            Naming.columnOf(field.getName());
        } catch (IllegalArgumentException tooLong) {
            problems.add(tooLong.getMessage() + ".", "Name the column of " + PropertyName.of(field) + " with @Column.");
        }
    }

    private void generated(Class<?> type, Field field) {
        GeneratedValue generated = field.getAnnotation(GeneratedValue.class);
        if (generated == null) {
            return;
        }
        String name = PropertyName.of(field);
        GenerationType strategy = generated.strategy();
        if (strategy == GenerationType.TABLE) {
            problems.add(
                    name + " takes its values from a table of counters.",
                    "PostgreSQL counts itself: write @GeneratedValue(strategy = GenerationType.IDENTITY).");
        } else if (strategy == GenerationType.AUTO && field.getType() != UUID.class) {
            problems.add(
                    name + " does not say where its values come from.",
                    "Write @GeneratedValue(strategy = GenerationType.IDENTITY), or SEQUENCE with a @SequenceGenerator.");
        } else if (strategy == GenerationType.SEQUENCE
                && SequenceSql.find(type, field).isEmpty()) {
            problems.add(
                    name + " takes its values from a sequence that nothing describes.",
                    "Add @SequenceGenerator(name = \"…\", sequenceName = \"…\"), and name it as its generator.");
        } else if (strategy == GenerationType.IDENTITY && field.isAnnotationPresent(DefaultValue.class)) {
            problems.add(
                    name + " is an identity and has a default.",
                    "Remove @DefaultValue, or @GeneratedValue: a column is filled in one way.");
        }
    }

    private void association(Field field) {
        boolean refers = field.isAnnotationPresent(ManyToOne.class) || field.isAnnotationPresent(OneToOne.class);
        if (refers && !models.classes().contains(field.getType())) {
            problems.add(
                    PropertyName.of(field) + " refers to " + PropertyName.of(field.getType())
                            + ", which is no model of this module.",
                    "Keep its key as a value, and write the foreign key into " + Refusals.modelSql(models.schema())
                            + ".");
        }
    }

    private void enumeration(Field field) {
        DatabaseEnum.find(field).ifPresent(each -> {
            Class<?> other = enums.putIfAbsent(each.name(), each.constants());
            if (other != null && other != each.constants()) {
                problems.add(
                        PropertyName.of(field) + " makes the enum " + each.name() + " of "
                                + PropertyName.of(each.constants()) + ", and another property makes it of "
                                + PropertyName.of(other) + ".",
                        "Give one of them another columnDefinition.");
            }
        });
    }
}
