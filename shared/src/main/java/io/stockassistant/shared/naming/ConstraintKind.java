package io.stockassistant.shared.naming;

import java.util.List;

/** What a constraint or index is, which its name begins with. */
public enum ConstraintKind {
    PRIMARY_KEY("pk"),
    UNIQUE("uq"),
    FOREIGN_KEY("fk"),
    CHECK("ck"),
    INDEX("ix");

    private final String prefix;

    ConstraintKind(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The name of one: prefix, table and columns, joined by {@code _}, for example {@code
     * pk_stock_daily_third_code_trade_date}. Where that has more than 63 bytes, its end is replaced by a digest of the
     * whole, so that two long names stay two.
     *
     * @param columns in the order of the key or index; of a foreign key those that refer, of a check those that it reads
     * @throws IllegalArgumentException if there are no columns
     */
    public String nameOf(String table, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a constraint or index of " + table + " without columns");
        }
        return Identifier.shortened(prefix + "_" + table + "_" + String.join("_", columns));
    }
}
