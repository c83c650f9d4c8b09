package io.stockassistant.migrations.catalog;

import java.util.Locale;

/** What sort of thing an object of the database is. */
public enum Kind {
    DATABASE,
    SCHEMA,
    EXTENSION,
    DEFAULT_PRIVILEGES,
    ENUM,
    DOMAIN,
    COMPOSITE_TYPE,
    RANGE_TYPE,
    BASE_TYPE,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    COLUMN,
    CONSTRAINT,
    INDEX,
    STATISTICS,
    TRIGGER,
    RULE,
    POLICY,
    PUBLICATION,
    /** Known by its name alone: casts, operators, text search, foreign servers, event triggers and the like. */
    OTHER;

    /** As people and JSON say it, for example {@code materialized view}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
