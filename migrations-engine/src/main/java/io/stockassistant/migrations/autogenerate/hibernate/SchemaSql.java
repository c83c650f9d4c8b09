package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.FormerName;
import io.stockassistant.migrations.autogenerate.ModelSql;
import io.stockassistant.shared.persistence.RenamedFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** All statements of a schema: types and sequences before the tables, foreign keys when all tables are there. */
final class SchemaSql {

    private final Names names;
    private final BootModel boot;
    private final Declarations declarations;

    SchemaSql(String schema, BootModel boot, Declarations declarations) {
        this.names = new Names(schema);
        this.boot = boot;
        this.declarations = declarations;
    }

    ModelSql write() {
        List<Table> tables = boot.listTables();
        List<String> statements = new ArrayList<>();
        statements.addAll(DatabaseEnum.of(tables, declarations).values().stream()
                .map(each -> each.create(names))
                .toList());
        statements.addAll(SequenceSql.of(tables, declarations, names));
        List<FormerName> renames = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        for (Table table : tables) {
            statements.add(new TableSql(table, names, boot, declarations).create());
            behind.addAll(ForeignKeySql.of(table, names));
            renames.addAll(renames(table));
        }
        tables.forEach(table -> statements.addAll(IndexSql.of(table, names)));
        statements.addAll(behind);
        tables.forEach(table -> statements.addAll(CommentSql.of(table, names, declarations)));
        return new ModelSql(statements, renames);
    }

    private List<FormerName> renames(Table table) {
        List<FormerName> renames = new ArrayList<>();
        for (Class<?> type : declarations.classesOf(table)) {
            Optional.ofNullable(type.getAnnotation(RenamedFrom.class))
                    .map(was -> new FormerName(table.getName(), Optional.empty(), was.value(), PropertyName.of(type)))
                    .ifPresent(renames::add);
        }
        for (Column column : declarations.inOrder(table)) {
            declarations
                    .find(table, column)
                    .ifPresent(field -> Optional.ofNullable(field.getAnnotation(RenamedFrom.class))
                            .map(was -> new FormerName(
                                    table.getName(),
                                    Optional.of(column.getName()),
                                    was.value(),
                                    PropertyName.of(field)))
                            .ifPresent(renames::add));
        }
        return renames;
    }
}
