package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The module shop in a jar that is on no class path, and a database for its commands. */
final class ShopInAJar implements AutoCloseable {

    private static final String ORDERS =
            "CREATE TABLE orders (id integer NOT NULL CONSTRAINT pk_orders_id PRIMARY KEY," + " state varchar(20));\n";

    private final Path folder;
    private final TwoModules modules;
    private final CompiledModule shop;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    ShopInAJar(Path folder) throws IOException {
        this.folder = folder;
        modules = new TwoModules(folder);
        shop = new CompiledModule(folder.resolve("shop"), "shop")
                .sql("V20260301000000__orders.sql", ORDERS)
                .sql("U20260301000000__orders.sql", "DROP TABLE orders;\n")
                .upgrade(
                        "V20260302000000__First_orders",
                        "sql(connection, \"INSERT INTO orders SELECT n, NULL FROM generate_series(1, 30) n\");")
                .undo("U20260302000000__First_orders", "sql(connection, \"DELETE FROM orders\");");
    }

    @Override
    public void close() {
        modules.close();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    TwoModules modules() {
        return modules;
    }

    CompiledModule shop() {
        return shop;
    }

    Path jar() {
        return shop.jar(folder.resolve("shop.jar"));
    }

    /** Runs a command on the database, and on no module but those that it names. */
    Answer run(String words) {
        List<String> args = new ArrayList<>(Stream.of(words.split(" ", -1)).toList());
        args.addAll(modules.connection());
        Answer answer = Answer.of(args);
        assertThat(listOpenJars()).isEmpty();
        assertThat(answer.err()).doesNotContain("\tat ");
        return answer;
    }

    Answer done(String words) {
        Answer answer = run(words);
        assertThat(answer.status())
                .as(words + "\n" + answer.out() + answer.err())
                .isZero();
        return answer;
    }

    private List<String> listOpenJars() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .flatMap(ShopInAJar::target)
                    .filter(each -> each.startsWith(folder.toString()) && each.endsWith(".jar"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Stream.of(); // closed since it was listed
        }
    }

    String query(String sql) {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String shadow() {
        return " --shadow-url " + modules.connection("postgres").get(1);
    }
}
