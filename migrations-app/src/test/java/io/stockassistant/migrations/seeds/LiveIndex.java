package io.stockassistant.migrations.seeds;

/** An index of a migrated database; its columns are joined by commas. */
record LiveIndex(String table, String name, String columns, boolean unique, boolean ofConstraint) {

    static LiveIndex of(String row) {
        String[] values = row.split(" \\| ", -1);
        return new LiveIndex(values[0], values[1], values[2], values[3].equals("t"), values[4].equals("t"));
    }

    boolean is(Seeds.Index index) {
        return table.equals(index.table()) && columns.equals(index.columns()) && unique == index.unique();
    }

    /** Whether this index serves every search by the given columns of the table, from their first to their last. */
    boolean leadsWith(String table, String columns) {
        return this.table.equals(table) && (this.columns + ",").startsWith(columns + ",");
    }
}
