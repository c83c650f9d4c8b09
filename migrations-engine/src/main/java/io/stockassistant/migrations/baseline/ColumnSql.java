package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one column of a table. */
final class ColumnSql {

    private final ServerFacts facts;
    private final Map<String, CatalogObject> identities = new HashMap<>();

    ColumnSql(Catalog catalog, ServerFacts facts) {
        this.facts = facts;
        for (CatalogObject each : catalog.list(Kind.SEQUENCE)) {
            each.find("identity of").ifPresent(column -> identities.put(column, each));
        }
    }

    /** @param withDefault whether its default, if it has one, can stand here */
    String definition(CatalogObject column, boolean withDefault, boolean isPartition) {
        StringBuilder text = new StringBuilder(column.name() + " " + column.get("type"));
        text.append(TypeSql.collation(column));
        column.find("not null").ifPresent(how -> text.append(notNull(column, how)));
        column.find("generated")
                .ifPresent(expression -> text.append(" GENERATED ALWAYS AS (")
                        .append(expression)
                        .append(column.has("virtual") ? ") VIRTUAL" : ") STORED"));
        if (withDefault) {
            column.find("default").ifPresent(value -> text.append(" DEFAULT ").append(value));
        }
        CatalogObject sequence = identities.get(column.qualified());
        // A partition's identity is that of the table that it is a part of, and comes with it.
        if (column.has("identity") && (sequence != null || !isPartition)) {
            text.append(" GENERATED ").append(column.get("identity")).append(" AS IDENTITY");
            text.append(sequence == null ? "" : SequenceSql.ofIdentity(sequence, column));
        }
        return text.toString();
    }

    private String notNull(CatalogObject column, String how) {
        String name = facts.notNullNames().get(new ServerFacts.Column(column.address(), column.position()));
        return (name == null ? "" : " CONSTRAINT " + name) + " NOT NULL"
                + (how.endsWith("no inherit") ? " NO INHERIT" : "");
    }

    /** What is said about a column when its table is there. */
    List<String> further(CatalogObject column) {
        String alter = "ALTER TABLE ONLY " + column.parent() + " ALTER COLUMN " + column.name();
        List<String> statements = new ArrayList<>();
        column.find("storage").ifPresent(each -> statements.add(alter + " SET STORAGE " + each));
        column.find("compression").ifPresent(each -> statements.add(alter + " SET COMPRESSION " + each));
        column.find("statistics").ifPresent(each -> statements.add(alter + " SET STATISTICS " + each));
        column.find("options").ifPresent(each -> statements.add(alter + " SET (" + each + ")"));
        statements.addAll(Rights.grantsOfColumn(column));
        statements.addAll(Rights.comment(column, "COLUMN " + column.qualified()));
        CatalogObject sequence = identities.get(column.qualified());
        if (sequence != null) {
            statements.addAll(Rights.grants(sequence, "SEQUENCE " + sequence.qualified()));
            statements.addAll(Rights.comment(sequence, "SEQUENCE " + sequence.qualified()));
        }
        return statements;
    }
}
