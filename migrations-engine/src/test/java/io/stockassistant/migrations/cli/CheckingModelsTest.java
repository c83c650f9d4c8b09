package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} beside models that their migrations build, or do not. */
class CheckingModelsTest {

    private ModelledModules modules;

    @BeforeEach
    void begin(@TempDir Path folder) {
        modules = ModelledModules.in(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void saysThatNothingIsMissing() {
        Answer answer = modules.shadowed("check");
        assertThat(answer.out()).as(answer.err()).isEqualTo("""
                        billing: migrations build what the models ask for.
                        shop: migrations build what the models ask for.
                        """);
        assertThat(answer.status()).isZero();
    }

    @Test
    void listsWhatModelsHaveAndMigrationsDoNot() {
        modules.ask("""
                CREATE TABLE shop.orders (id bigint PRIMARY KEY, amount numeric(14,2), state text, invoice_id bigint
                    REFERENCES billing.invoices);
                """);
        Answer answer = modules.shadowed("check", "shop");
        assertThat(answer.out()).as(answer.err()).isEqualTo("""
                          changed  column shop.orders.amount: not null
                                   migrations  yes
                                   models      none
                          changed  column shop.orders.amount: type
                                   migrations  numeric(12,2)
                                   models      numeric(14,2)
                          added    column shop.orders.invoice_id
                          removed  column shop.orders.note
                          added    constraint shop.orders.orders_invoice_id_fkey
                        shop: 5 differences between models and migrations.
                        """);
        assertThat(answer.err()).contains("migrations revision -m shop --autogenerate");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(modules.shadowed("check", "billing").status()).isZero();
    }

    @Test
    void tellsProgramsTheSame() {
        modules.ask(ModelledModules.ORDERS + "CREATE INDEX ix ON shop.orders (state);");
        Answer answer = modules.shadowed("check", "--output", "json");
        assertThat(answer.json().path("differences")).hasSize(1);
        assertThat(answer.json().at("/differences/0/module").asString()).isEqualTo("shop");
        assertThat(answer.json().at("/differences/0/kind").asString()).isEqualTo("index");
        assertThat(answer.json().at("/differences/0/object").asString()).isEqualTo("shop.ix");
        assertThat(answer.json().at("/differences/0/change").asString()).isEqualTo("added");
        assertThat(answer.json().at("/differences/0/actual").asString()).contains("USING btree (state)");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void isTheComparisonThatDiffMakes() {
        modules.ask(ModelledModules.ORDERS + "CREATE INDEX ix ON shop.orders (state);");
        modules.files().write("stock/V1__a.sql", "CREATE TABLE stock.a (id int);\n");
        Answer list = modules.shadowed("diff", "migrations", "models");
        assertThat(list.out()).as(list.err()).startsWith("  added    index shop.ix\n1 difference.");
        Answer script = modules.shadowed("diff", "migrations", "models", "--output", "sql");
        assertThat(script.out()).as(script.err()).contains("CREATE INDEX ix ON shop.orders");
        modules.files()
                .write("stock/V1__a.sql", "CREATE TABLE stock.a (id int);\n")
                .write("stock/module.properties", "depends-on=shop\n");
        assertThat(modules.shadowed("diff", "migrations", "models").err())
                .contains("not-comparable: The module stock has no models and builds on one that has");
    }

    @Test
    void looksForNoDatabase() {
        assertThat(modules.shadowed("check", "--url", "postgres://127.0.0.1:1/none")
                        .status())
                .isZero();
    }

    @Test
    void takesRepeatablesForWhatTheySay() {
        modules.files().write("shop/R__paid.sql", "CREATE OR REPLACE VIEW shop.paid AS SELECT id FROM shop.orders;\n");
        assertThat(modules.shadowed("check").out()).contains("shop: migrations build what the models ask for.");
    }

    @Test
    void saysWhichRepeatableNeedsRowsOfMigrations() {
        String tables = ModelledModules.ORDERS + "CREATE TABLE shop.lines (id bigint REFERENCES shop.orders);\n";
        modules.ask(tables)
                .files()
                .write("shop/V20260102000000__orders.sql", tables + "INSERT INTO shop.orders VALUES (1, 1);\n")
                .write("shop/R__rows.sql", "INSERT INTO shop.lines VALUES (1);\n");
        Answer answer = modules.shadowed("check", "shop");
        assertThat(answer.err()).contains("R__rows.sql").contains("needs rows that are not there beside the models");
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    @Test
    void saysWhatNobodyCompares() {
        modules.ask(ModelledModules.ORDERS + "CREATE TABLE public.audit (id serial PRIMARY KEY);\n");
        Answer answer = modules.shadowed("check", "shop");
        assertThat(answer.err())
                .contains("The models of shop make table audit, in the schema of no module: it is not compared")
                .doesNotContain("audit_id_seq", "orders", "migrations.run");
        assertThat(answer.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no such type      | CREATE TABLE shop.a (id nothing); | invalid-model: PostgreSQL refuses what shop asks for, at",
                "another module    | CREATE TABLE shop.a (id int REFERENCES billing.nothing); | relation \"billing.nothing\" does not exist",
                "no end            | CREATE TABLE shop.a (id int | unterminated",
                "an unknown value  | CREATE TABLE shop.a (id ${type}); | missing-placeholder",
            })
    void saysWhereModelSqlIsWrong(String what, String sql, String message) {
        modules.ask("\n" + sql + "\n");
        Answer answer = modules.shadowed("check");
        assertThat(answer.err()).as(what).contains(message).contains("model.sql");
        assertThat(answer.status()).as(answer.err()).isEqualTo(3);
    }

    @Test
    void namesTheModuleThatIsNotDeclared() {
        modules.files().write("shop/module.properties", "model-sql=model.sql\n");
        modules.ask(ModelledModules.ORDERS + "CREATE TABLE shop.b (id bigint REFERENCES billing.invoices);");
        assertThat(modules.shadowed("check").err()).contains("add billing to dependsOn() of shop");
    }

    @Test
    void refusesAModuleWithoutModels() {
        modules.files().write("stock/V1__a.sql", "CREATE TABLE stock.a (id int);\n");
        assertThat(modules.shadowed("check").status()).isZero();
        Answer answer = modules.shadowed("check", "stock");
        assertThat(answer.err())
                .contains("no-models: The module stock has no models.")
                .contains("model-sql=");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(modules.shadowed("check", "nothing").err()).contains("unknown-module");
    }

    @Test
    void refusesModulesThatShareASchema() {
        modules.files()
                .write("other/module.properties", "schema=shop\nhistory=shop.other_history\n")
                .write("other/V1__a.sql", "CREATE TABLE shop.other (id int);\n");
        Answer answer = modules.shadowed("check", "shop");
        assertThat(answer.err()).contains("not-comparable: The modules shop and other share the schema shop");
    }
}
