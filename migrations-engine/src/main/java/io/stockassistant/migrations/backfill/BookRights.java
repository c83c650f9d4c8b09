package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.history.JournalSql;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a role needs to look at the books, or to keep them: to one that may not, they would look as if nothing had begun. */
enum BookRights {
    READ("SELECT"),
    WRITE("SELECT, INSERT, UPDATE, DELETE");

    private final String rights;

    BookRights(String rights) {
        this.rights = rights;
    }

    void check(Statements statements) throws SQLException {
        String lacking = Arrays.stream(rights.split(", "))
                .map(each -> "NOT has_table_privilege(c.oid, '" + each + "')")
                .collect(Collectors.joining(" OR "));
        var role = statements.findRow("SELECT quote_ident(current_user) FROM pg_class c JOIN pg_namespace n ON n.oid ="
                + " c.relnamespace WHERE n.nspname = '" + JournalSql.SCHEMA
                + "' AND c.relname IN ('backfill', 'backfill_batch', 'backfill_failure')"
                + " AND (NOT has_schema_privilege(n.oid, 'USAGE') OR " + lacking + ") LIMIT 1");
        if (role.isPresent()) {
            throw Problem.of(
                            ProblemCode.PERMISSION_DENIED,
                            "User " + role.get().get(0) + " may not " + (this == READ ? "read" : "change")
                                    + " the books of backfills in the schema " + JournalSql.SCHEMA + ".",
                            "As their owner: GRANT USAGE ON SCHEMA " + JournalSql.SCHEMA + " TO "
                                    + role.get().get(0) + "; GRANT " + rights + " ON "
                                    + String.join(", ", BookSql.BACKFILL, BookSql.BATCH, BookSql.FAILURE) + " TO "
                                    + role.get().get(0) + ";")
                    .asException();
        }
    }
}
