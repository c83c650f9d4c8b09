package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One connection, given back as it was, and a number of statements that does not grow. */
final class WhatACheckTakesTest {

    @TempDir
    private Path folder;

    private Shop shop;
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    @Test
    void isThreeStatementsForAllHistoriesAndTables() throws SQLException {
        check(ReadinessPolicy.FAIL, true);
        assertThat(calls).containsExactly("getConnection", "executeQuery", "executeQuery", "close");
        calls.clear();

        shop.upgrade();
        check(ReadinessPolicy.FAIL, true);
        assertThat(calls).containsExactly("getConnection", "executeQuery", "executeQuery", "executeQuery", "close");
    }

    @Test
    void isOneStatementWhereMigratingIsNotOurs() {
        check(ReadinessPolicy.MIGRATE_IS_NOT_MINE, true);

        assertThat(calls).containsExactly("getConnection", "executeQuery", "close");
    }

    /** A probe asks every few seconds. */
    @ParameterizedTest
    @EnumSource
    void isNoReadingOfFilesAfterTheFirstTime(ReadinessPolicy policy) throws SQLException, IOException {
        shop.upgrade();
        SchemaReadiness check = shop.check(policy);
        Readiness first = check.check();
        delete(shop.module().root());

        assertThat(first.isReady()).isTrue();
        assertThat(check.check()).isEqualTo(first);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void leavesNoTransactionOpen() {
        check(ReadinessPolicy.FAIL, false);

        assertThat(calls).containsExactly("getConnection", "executeQuery", "executeQuery", "rollback", "close");
    }

    private void check(ReadinessPolicy policy, boolean autoCommit) {
        DataSource real = shop.source();
        DataSource noting = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    calls.add(method.getName());
                    Connection connection = real.getConnection();
                    connection.setAutoCommit(autoCommit);
                    return noting(Connection.class, connection);
                });
        shop.check(noting, new ReadinessSettings(policy, "./migrations", Map.of()))
                .check();
    }

    private Object noting(Class<?> type, Object target) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean isOfStatement = target instanceof Statement;
            if (isOfStatement ? method.getName().startsWith("execute") : isNoted(method)) {
                calls.add(method.getName());
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof Statement ? noting(Statement.class, result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static boolean isNoted(Method method) {
        return List.of("rollback", "commit", "close").contains(method.getName());
    }
}
