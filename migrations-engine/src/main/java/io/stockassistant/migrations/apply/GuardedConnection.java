package io.stockassistant.migrations.apply;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The connection of a run as a guest's code gets it: it works until the guest's turn ends, and does not let go of what
 * is the run's: the connection itself and, in a transaction, its end. What is done behind its back is found out later.
 */
public final class GuardedConnection {

    private static final String FEATURE_NOT_SUPPORTED = "0A000";
    private static final Set<String> OF_CONNECTION = Set.of("close", "abort", "setNetworkTimeout", "beginRequest");
    private static final Set<String> OF_TRANSACTION = Set.of("commit", "rollback");

    /** Setters that may say again what is so. */
    private static final Map<String, String> KEPT = Map.of(
            "setAutoCommit", "getAutoCommit",
            "setReadOnly", "isReadOnly",
            "setTransactionIsolation", "getTransactionIsolation");

    private final Connection connection;
    private final Guest guest;
    private final boolean transactional;
    private final Watch watch;
    private final Connection guarded;
    private volatile boolean over;

    /** Hears what is done with the connection. */
    public interface Watch {

        /** @throws SQLException if nothing more may be done with it */
        void check(boolean transactional) throws SQLException;

        /** The server has remarked something about a statement. */
        void warned(SQLWarning warning, String sql);
    }

    /** @param transactional whether the guest is in a transaction of the run */
    public GuardedConnection(Connection connection, Guest guest, boolean transactional, Watch watch) {
        this.connection = connection;
        this.guest = guest;
        this.transactional = transactional;
        this.watch = watch;
        this.guarded = (Connection) proxy(this::onConnection, Connection.class, PGConnection.class);
    }

    /** What the guest gets. */
    public Connection connection() {
        return guarded;
    }

    /** From now on it refuses everything. */
    public void end() {
        over = true;
    }

    private @Nullable Object onConnection(Object proxy, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        String name = method.getName();
        checkOpen();
        boolean toSavepoint = args != null && args.length == 1 && args[0] instanceof Savepoint;
        if (OF_CONNECTION.contains(name)) {
            throw refused(name + "(): the connection is the run's, which goes on with it.");
        }
        if (transactional && OF_TRANSACTION.contains(name) && !toSavepoint) {
            throw refused(name + "(): " + guest.oneTransaction());
        }
        if (transactional && KEPT.containsKey(name) && args != null) {
            Object now = Connection.class.getMethod(KEPT.getOrDefault(name, "")).invoke(connection);
            if (!now.equals(args[0])) {
                throw refused(name + "(" + args[0] + "): the transaction has begun already.");
            }
            return null;
        }
        if (name.equals("unwrap") && args != null && args[0] instanceof Class<?> type && type.isInstance(proxy)) {
            return proxy;
        }
        boolean ofDriver = method.getDeclaringClass() == PGConnection.class;
        Object result = called(method, ofDriver ? connection.unwrap(PGConnection.class) : connection, args);
        if (result instanceof Statement statement) {
            return statement(statement, args != null && args[0] instanceof String sql ? sql : "");
        }
        return result;
    }

    private Object statement(Statement statement, String prepared) {
        Class<?> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy((proxy, method, args) -> onStatement(statement, prepared, method, args), type);
    }

    private @Nullable Object onStatement(
            Statement statement, String prepared, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (method.getName().equals("getConnection")) {
            return guarded;
        }
        if (!method.getName().startsWith("execute")) {
            return called(method, statement, args);
        }
        checkOpen();
        Object result = called(method, statement, args);
        String sql = args != null && args.length > 0 && args[0] instanceof String given ? given : prepared;
        for (SQLWarning each = statement.isClosed() ? null : statement.getWarnings();
                each != null;
                each = each.getNextWarning()) {
            watch.warned(each, sql);
        }
        watch.check(transactional);
        return result;
    }

    private void checkOpen() throws SQLException {
        if (over) {
            throw refused(guest.over());
        }
        watch.check(transactional);
    }

    private SQLException refused(String what) {
        return new SQLException("Refused to " + guest.words() + ": " + what, FEATURE_NOT_SUPPORTED);
    }

    private static Object proxy(InvocationHandler handler, Class<?>... types) {
        return Proxy.newProxyInstance(GuardedConnection.class.getClassLoader(), types, handler);
    }

    /** Throws what the method itself throws. */
    private static @Nullable Object called(Method method, Object target, @Nullable Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
