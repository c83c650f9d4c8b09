package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of modules that say in SQL what their tables are, and a server for throw-away databases. There is the module
 * shop, which builds on billing; each has one migration and asks for what it builds.
 */
record ModelledModules(SourceModules files, TestDatabase database) implements AutoCloseable {

    static final String INVOICES = "CREATE TABLE billing.invoices (id bigint PRIMARY KEY, total numeric(12,2));\n";

    static final String ORDERS =
            "CREATE TABLE shop.orders (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, state text, note text);\n";

    static ModelledModules in(Path folder) {
        SourceModules files = new SourceModules(folder);
        files.write("billing/module.properties", "model-sql=model.sql\n")
                .write("billing/V20260101000000__invoices.sql", INVOICES)
                .write("billing/U20260101000000__invoices.sql", "DROP TABLE billing.invoices;\n")
                .write("billing/model.sql", INVOICES)
                .write("shop/module.properties", "depends-on=billing\nmodel-sql=model.sql\n")
                .write("shop/V20260102000000__orders.sql", ORDERS)
                .write("shop/U20260102000000__orders.sql", "DROP TABLE shop.orders;\n")
                .write("shop/model.sql", ORDERS);
        return of(folder);
    }

    /** Whatever modules there are in a folder. */
    static ModelledModules of(Path folder) {
        return new ModelledModules(
                new SourceModules(folder), TestPostgres.shared().newDatabase());
    }

    /** What shop asks for from now on. */
    ModelledModules ask(String sql) {
        files.write("shop/model.sql", sql);
        return this;
    }

    /** Runs a command that needs throw-away databases and no other. */
    Answer shadowed(String... words) {
        return Answer.of(onShadow(words));
    }

    /** The same in front of a terminal at which somebody answers. */
    Answer shadowed(Prompt prompt, String... words) {
        return shadowed(prompt, new Interruption(), words);
    }

    /** The same, which may be interrupted. */
    Answer shadowed(Prompt prompt, Interruption interruption, String... words) {
        return Answer.of(onShadow(words), prompt, interruption);
    }

    private List<String> onShadow(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--shadow-url", "postgres://" + database.host() + ":" + database.port() + "/postgres"));
        return onFiles(args);
    }

    /** Runs a command on the database. */
    Answer run(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--url", "postgres://" + database.host() + ":" + database.port() + "/" + database.name()));
        return Answer.of(onFiles(args));
    }

    private List<String> onFiles(List<String> words) {
        List<String> args = new ArrayList<>(words);
        args.addAll(List.of("--modules", files.folder().toString(), "--user", database.user(), "--no-color"));
        return args;
    }

    @Override
    public void close() {
        database.close();
    }
}
