package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.autogenerate.ModelSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        Collection<DatabaseEnum> enums = DatabaseEnum.of(tables, declarations).values();
        enums.forEach(each -> statements.add(each.create(names)));
        statements.addAll(SequenceSql.of(tables, declarations, names));
        List<String> behind = new ArrayList<>();
        for (Table table : tables) {
            statements.add(new TableSql(table, names, boot, declarations).create());
            behind.addAll(ForeignKeySql.of(table, names));
        }
        tables.forEach(table -> statements.addAll(IndexSql.of(table, names)));
        statements.addAll(behind);
        tables.forEach(table -> statements.addAll(CommentSql.of(table, names, declarations)));
        return new ModelSql(statements, FormerNames.of(tables, enums, declarations));
    }
}
