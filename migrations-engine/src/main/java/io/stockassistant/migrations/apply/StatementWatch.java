package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Looks at the database between the statements of scripts, over the connection on which they run: it sees what is not
 * committed yet. It may ask, and what it writes is a part of the script. Code in Java is one statement.
 */
public interface StatementWatch {

    /**
     * A statement is about to be sent.
     *
     * @param inTransaction whether it runs in the transaction of its step
     */
    void before(Connection connection, Step step, Statement statement, boolean inTransaction) throws SQLException;

    /** The server has carried it out. Not called for one that it refuses. */
    void after(Connection connection, Step step, Statement statement) throws SQLException;
}
