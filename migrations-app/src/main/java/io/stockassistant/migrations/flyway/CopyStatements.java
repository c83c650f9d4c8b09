package io.stockassistant.migrations.flyway;

import io.stockassistant.migrations.flyway.StatementSplitter.CopyData;
import java.lang.reflect.Field;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLCopyParsedStatement;

/** Takes the inline data out of Flyway's COPY statement, which offers no way to read it. */
final class CopyStatements {

    private CopyStatements() {}

    static CopyData dataOf(SqlStatement statement) {
        if (!(statement instanceof PostgreSQLCopyParsedStatement)) {
            return CopyData.NONE;
        }
        try {
            Field data = PostgreSQLCopyParsedStatement.class.getDeclaredField("copyData");
            data.setAccessible(true);
            return new CopyData(true, (String) data.get(statement));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Flyway keeps the data of COPY elsewhere", e);
        }
    }
}
