package io.stockassistant.migrations.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection that tells a listener of each statement that is sent over it by the means of JDBC. */
public final class ObservedConnection {

    private static final Set<String> MAKING = Set.of("createStatement", "prepareStatement");
    private static final Set<String> ENDING = Set.of("commit", "rollback");

    /** What an observed connection is, beside a connection. */
    private interface Observed {
        StatementListener statementListener();
    }

    private interface Call {
        @Nullable
        Object make() throws InvocationTargetException, IllegalAccessException;
    }

    private ObservedConnection() {}

    /** The same connection, observed. */
    public static Connection of(Connection connection, StatementListener listener) {
        return proxy(Connection.class, Observed.class, (proxy, method, args) -> {
            String name = method.getName();
            if (method.getDeclaringClass() == Observed.class) {
                return listener;
            }
            if (ENDING.contains(name) && args == null) {
                return told(listener, name.toUpperCase(Locale.ROOT), () -> method.invoke(connection));
            }
            Object result = called(() -> method.invoke(connection, args));
            if (MAKING.contains(name) && result instanceof Statement statement) {
                return observed(statement, args != null && args[0] instanceof String sql ? sql : "", listener);
            }
            return result;
        });
    }

    /** Who is to be told of statements that are sent over a connection by other means than JDBC. */
    public static Optional<StatementListener> findListener(Connection connection) {
        return connection instanceof Observed observed ? Optional.of(observed.statementListener()) : Optional.empty();
    }

    /** @param prepared the text of a statement whose values come later; empty for one without a text of its own */
    private static Statement observed(Statement statement, String prepared, StatementListener listener) {
        Class<? extends Statement> type =
                statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, AutoCloseable.class, (proxy, method, args) -> {
            if (!method.getName().startsWith("execute")) {
                return called(() -> method.invoke(statement, args));
            }
            String sql = args != null && args.length > 0 ? String.valueOf(args[0]) : prepared;
            return told(listener, sql.isEmpty() ? "a batch" : sql, () -> method.invoke(statement, args));
        });
    }

    private static <T> T proxy(Class<T> type, Class<?> other, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                ObservedConnection.class.getClassLoader(), new Class<?>[] {type, other}, handler));
    }

    private static @Nullable Object told(StatementListener listener, String sql, Call call) throws Throwable {
        StatementListener.Sent sent = listener.sending(sql, "");
        try {
            Object result = called(call);
            sent.done();
            return result;
        } catch (SQLException e) {
            sent.failed(e);
            throw e;
        }
    }

    /** Throws what the method itself throws. */
    private static @Nullable Object called(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
