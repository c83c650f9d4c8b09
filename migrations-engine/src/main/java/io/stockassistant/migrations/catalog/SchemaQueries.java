package io.stockassistant.migrations.catalog;

import java.util.List;

/** One query for each kind of object that stands in a schema. */
final class SchemaQueries {

    private SchemaQueries() {}

    static List<String> all(int major) {
        return List.of(
                schemas(),
                RelationQueries.relations(),
                RelationQueries.columns(major),
                RelationQueries.indexes(),
                RelationQueries.sequences(),
                ConstraintQueries.all(),
                TypeQueries.allButDomainsAndRanges(),
                TypeQueries.domains(),
                TypeQueries.ranges(major),
                RoutineQueries.functions(),
                RoutineQueries.aggregates(),
                RuleQueries.triggers(),
                RuleQueries.rules(),
                RuleQueries.policies(),
                RuleQueries.statistics(),
                PrivilegeQueries.inSchemas());
    }

    static List<String> relationsAndTypes(int major) {
        return List.of(
                RelationQueries.relations(),
                RelationQueries.columns(major),
                ConstraintQueries.all(),
                TypeQueries.allButDomainsAndRanges(),
                TypeQueries.domains());
    }

    private static String schemas() {
        return Fragments.identity("'SCHEMA'", "''", "scope.schema", "pg_namespace", "n.oid") + ", "
                + Fragments.owned("pg_namespace", "n.oid", "n.nspowner", "n.nspacl", "'n'")
                + " FROM scope JOIN pg_namespace n USING (oid)";
    }
}
