package io.stockassistant.migrations.effect;

/**
 * Something with a row in {@code pg_class}.
 *
 * @param oid which it keeps under another name
 * @param schema without quotes
 * @param qualified schema and name, in quotes where SQL needs them
 * @param table the oid of the table whose index it is; otherwise 0
 */
public record Relation(long oid, String schema, String qualified, Kind kind, long table) {

    /** What kinds there are, by the letter in the catalog. */
    public enum Kind {
        TABLE("r"),
        PARTITIONED_TABLE("p"),
        FOREIGN_TABLE("f"),
        VIEW("v"),
        MATERIALIZED_VIEW("m"),
        SEQUENCE("S"),
        INDEX("i"),
        PARTITIONED_INDEX("I"),
        COMPOSITE_TYPE("c");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        static Kind of(String letter) {
            for (Kind each : values()) {
                if (letter.equals(each.letter)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(letter);
        }

        public boolean isTable() {
            return this == TABLE || this == PARTITIONED_TABLE;
        }

        public boolean isIndex() {
            return this == INDEX || this == PARTITIONED_INDEX;
        }
    }

    @Override
    public String toString() {
        return qualified;
    }
}
