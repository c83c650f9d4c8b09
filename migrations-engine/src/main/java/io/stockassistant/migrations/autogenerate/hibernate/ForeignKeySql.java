package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.module.Identifiers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;

/** ALTER TABLE … ADD FOREIGN KEY for the associations of a model. */
final class ForeignKeySql {

    private ForeignKeySql() {}

    static List<String> of(Table table, Names names) {
        return table.getForeignKeyCollection().stream()
                .filter(ForeignKey::isCreationEnabled)
                .sorted(Comparator.comparing(ForeignKey::getName))
                .map(each -> "ALTER TABLE " + names.of(table) + " ADD CONSTRAINT " + Identifiers.quote(each.getName())
                        + " " + definition(each, names))
                .toList();
    }

    private static String definition(ForeignKey key, Names names) {
        String written = key.getKeyDefinition();
        if (written != null && !written.isBlank()) {
            return written.strip();
        }
        Table to = key.getReferencedTable();
        List<Column> columns =
                key.isReferenceToPrimaryKey() ? to.getPrimaryKey().getColumns() : key.getReferencedColumns();
        return "FOREIGN KEY " + Names.joined(key.getColumns()) + " REFERENCES " + names.of(to) + " "
                + Names.joined(columns)
                + onDelete(key)
                + (key.getOptions() == null || key.getOptions().isBlank()
                        ? ""
                        : " " + key.getOptions().strip());
    }

    private static String onDelete(ForeignKey key) {
        return key.getOnDeleteAction() == null
                ? ""
                : " ON DELETE " + key.getOnDeleteAction().toSqlString().toUpperCase(Locale.ROOT);
    }
}
