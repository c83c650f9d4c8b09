package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.shared.config.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code revision --autogenerate}, from what a module asks for to what has been applied and taken back. */
class AutogeneratingTest {

    private static final String NOTHING = "Nothing to do: the migrations of shop build what its models ask for.\n";

    private ModelledModules modules;

    @BeforeEach
    void begin(@TempDir Path folder) {
        modules = ModelledModules.in(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer autogenerate(String... more) {
        List<String> words = new ArrayList<>(List.of("revision", "-m", "shop", "--autogenerate", "more"));
        words.addAll(List.of(more));
        return modules.shadowed(words.toArray(String[]::new));
    }

    private void works() {
        assertThat(modules.shadowed("check").out()).contains("shop: migrations build what the models ask for.");
        assertThat(autogenerate().out()).isEqualTo(NOTHING);
        assertThat(modules.run("validate").status()).isZero();
        Answer verified = modules.shadowed("verify", "shop", "--all");
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("downgrade", "base").status()).isZero();
        assertThat(modules.run("upgrade").status()).isZero();
    }

    @Test
    void writesWhatIsMissing() {
        modules.ask(ModelledModules.ORDERS.replace("note text", "note text, paid_at timestamptz")
                + "COMMENT ON COLUMN shop.orders.paid_at IS 'when it was paid';");
        Answer answer = autogenerate();
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("wrote  ").contains("Proven up and down on a database with rows.");
        assertThat(modules.files().read(modules.files().only("shop", "V.*__more\\.sql")))
                .contains("ALTER TABLE shop.orders\n    ADD COLUMN paid_at timestamp with time zone;")
                .contains("COMMENT ON COLUMN shop.orders.paid_at IS 'when it was paid';");
        assertThat(modules.files().read(modules.files().only("shop", "U.*__more\\.sql")))
                .contains("-- hazard DATA_LOSS: All values of shop.orders.paid_at are gone.")
                .contains("DROP COLUMN paid_at;");
        works();
    }

    @Test
    void avoidsLongLocks() {
        modules.ask(ModelledModules.ORDERS
                        .replace("state text", "state text NOT NULL CHECK (state <> '')")
                        .replace(
                                "amount numeric(12,2) NOT NULL",
                                "amount numeric(12,2) NOT NULL, invoice_id bigint" + " REFERENCES billing.invoices")
                + "CREATE INDEX ix_orders_state ON shop.orders (state);");
        Answer answer = autogenerate();
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(modules.files().names("shop", "V.*more.*\\.sql"))
                .as(answer.out())
                .extracting(each -> each.replaceAll("^V\\d+__", ""))
                .containsExactly("more.sql", "more_validate.sql", "more_indexes.sql");
        assertThat(modules.files().read(modules.files().only("shop", "V.*__more\\.sql")))
                .startsWith("-- depends-on: billing@20260101000000\n")
                .contains("NOT VALID");
        assertThat(modules.files().read(modules.files().only("shop", "V.*_indexes\\.sql")))
                .contains("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_state");
        works();
    }

    @Test
    void writesTheShortFormIfThatIsWanted() {
        modules.ask(ModelledModules.ORDERS.replace("state text", "state text NOT NULL")
                + "CREATE INDEX ix_orders_state ON shop.orders (state);");
        assertThat(autogenerate("--plain").status()).isZero();
        assertThat(modules.files().read(modules.files().only("shop", "V.*more.*\\.sql")))
                .contains("-- hazard LOCK:")
                .contains("SET NOT NULL;")
                .contains("CREATE INDEX ix_orders_state");
        works();
    }

    @Test
    void asksWhetherItIsANewName() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total"));
        var before = modules.files().files();
        Answer undecided = autogenerate();
        assertThat(undecided.status()).isEqualTo(3);
        assertThat(undecided.err())
                .contains("rename-undecided: Is column orders.amount now called total, or is it dropped and total new?"
                        + " both are numeric(12,2).")
                .contains(
                        "Add --rename orders.amount=total to keep what is in it, or --no-rename orders.amount=total to"
                                + " drop it.");
        assertThat(modules.files().files()).isEqualTo(before);

        Answer renamed = autogenerate("--rename", "orders.amount=total");
        assertThat(renamed.status()).as(renamed.err()).isZero();
        assertThat(modules.files().read(modules.files().only("shop", "V.*more.*\\.sql")))
                .contains("ALTER TABLE shop.orders RENAME COLUMN amount TO total;");
        assertThat(modules.files().read(modules.files().only("shop", "U.*more.*\\.sql")))
                .contains("ALTER TABLE shop.orders RENAME COLUMN total TO amount;");
        works();
    }

    @Test
    void dropsWhatNobodyWantsOnlyIfThatIsAllowed() {
        modules.ask(ModelledModules.ORDERS.replace(", note text", ""));
        var before = modules.files().files();
        Answer refused = autogenerate();
        assertThat(refused.status()).isEqualTo(6);
        assertThat(refused.err())
                .contains("hazard-not-allowed: DATA_LOSS: All values of shop.orders.note are gone.")
                .contains("--allow DATA_LOSS");
        assertThat(modules.files().files()).isEqualTo(before);
        Answer allowed = autogenerate("--allow", "data-loss");
        assertThat(allowed.status()).as(allowed.err()).isZero();
        assertThat(modules.files().read(modules.files().only("shop", "V.*more.*\\.sql")))
                .contains("-- hazard DATA_LOSS: All values of shop.orders.note are gone.");
        works();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a table                 | orders=purchases           | shop.orders | shop.purchases",
                "a table and its columns | orders=purchases purchases.state=phase orders.note=remark"
                        + " | shop.orders (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, state text, note text)"
                        + " | shop.purchases (id bigint PRIMARY KEY, amount numeric(12,2) NOT NULL, phase text, remark text)",
            })
    void keepsWhatIsInATableUnderAnotherName(String what, String renames, String before, String after) {
        modules.ask(ModelledModules.ORDERS.replace(before, after));
        List<String> words = new ArrayList<>();
        for (String each : renames.split(" ", -1)) {
            words.addAll(List.of("--rename", each));
        }
        Answer answer = autogenerate(words.toArray(String[]::new));
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(modules.files().read(modules.files().only("shop", "V.*more.*\\.sql")))
                .as(what)
                .contains("ALTER TABLE shop.orders RENAME TO purchases")
                .doesNotContain("DROP");
        works();
    }

    @Test
    void tellsProgramsWhatItWrote() {
        modules.ask(ModelledModules.ORDERS.replace("note text", "note text, paid boolean"));
        Answer answer = autogenerate("--output", "json");
        assertThat(answer.json().path("outcome").asString()).isEqualTo("written");
        assertThat(answer.json().at("/files")).hasSize(3);
        assertThat(answer.json().at("/forward/0/sql").asString()).contains("ADD COLUMN paid");
        assertThat(answer.json().at("/reverse/0/hazards/0").asString()).isEqualTo("DATA_LOSS");
        assertThat(answer.json().at("/proved/forward").asBoolean()).isTrue();
        assertThat(answer.json().at("/proved/reverse").asBoolean()).isTrue();
        Answer nothing = autogenerate("--output", "json");
        assertThat(nothing.json().path("outcome").asString()).isEqualTo("nothing-to-do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--rename orders.nothing=total    | 2 | --rename orders.nothing=total: the migrations of shop build nothing",
                "--rename nonsense                | 2 | 'nonsense' is no rename.",
                "--rename a=b --no-rename a=b     | 2 | a=b is said to be one thing (--rename) and two (--no-rename).",
                "--allow EVERYTHING               | 2 | --allow is 'EVERYTHING', which is no hazard.",
                "--irreversible why               | 2 | exclude each other",
                "--depends-on billing@3           | 2 | unknown-revision",
            })
    void refusesWhatMakesNoSense(String words, int status, String message) {
        var before = modules.files().files();
        Answer answer = autogenerate(words.split(" ", -1));
        assertThat(answer.err()).contains(message);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(modules.files().files()).isEqualTo(before);
    }

    @Test
    void saysThatRowsOfTheMigrationsAreInTheWay() {
        modules.files()
                .write(
                        "shop/V20260102000000__orders.sql",
                        ModelledModules.ORDERS + "INSERT INTO shop.orders VALUES (1, 1, 'toolong');\n");
        modules.ask(ModelledModules.ORDERS.replace("state text", "state varchar(3)"));
        assertThat(autogenerate().err())
                .contains("unproven: Rows that the migrations of shop insert are in the way of what it asks for: ERROR:"
                        + " value too long for type character varying(3) at: ALTER TABLE shop.orders ALTER COLUMN state"
                        + " TYPE character varying(3).");
    }

    @Test
    void doesNotOfferToWriteWhatTheServerRefuses() {
        String lines = "CREATE TABLE shop.lines (code text REFERENCES shop.orders (code));\n";
        modules.files()
                .write(
                        "shop/V20260102000000__orders.sql",
                        "CREATE TABLE shop.orders (code text CONSTRAINT uq UNIQUE);\n" + lines);
        modules.ask("CREATE TABLE shop.orders (code text);\nCREATE UNIQUE INDEX uq ON shop.orders (code);\n" + lines);
        Answer answer = autogenerate("--unproven");
        assertThat(answer.err())
                .contains("unproven: No way is known that leads from what the migrations of shop build", "cannot drop")
                .contains("--unproven does not help here: the server refuses the statement.");
        assertThat(answer.status()).isEqualTo(6);
    }

    @Test
    void namesTheOptionOfTheServerThatIsNotThere() {
        Answer answer = Answer.of(List.of(
                "check",
                "--modules",
                modules.files().folder().toString(),
                "--shadow-url",
                "postgres://nobody@127.0.0.1:1/postgres"));
        assertThat(answer.err()).contains("Nothing accepts connections at 127.0.0.1:1.", "(from --shadow-url)");
        assertThat(answer.status())
                .isEqualTo(ProblemCode.DATABASE_UNREACHABLE.exitStatus().number());
    }

    @Test
    void doesNotTakeTwoNamesThatChangePlacesForNothing() {
        Answer answer = autogenerate("--rename", "orders.state=note", "--rename", "orders.note=state");
        assertThat(answer.err())
                .contains("--rename orders.state=note: the migrations of shop build something of the second");
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void isNothingForProduction() {
        modules.ask(ModelledModules.ORDERS.replace("note text", "note text, paid boolean"));
        Answer answer = Answer.of(
                List.of(
                        "revision",
                        "-m",
                        "shop",
                        "--autogenerate",
                        "more",
                        "--modules",
                        modules.files().folder().toString()),
                () -> Variables.of(Map.of("MIGRATIONS_ENVIRONMENT", "prod"), Map.of()));
        assertThat(answer.err()).contains("refused-in-production").contains("migrations are not written from models");
        assertThat(answer.status()).isEqualTo(6);
    }

    @Test
    void keepsTheValuesOfAnEnumUnderAnotherName() {
        String before =
                "CREATE TYPE shop.phase AS ENUM ('new', 'paid');\nCREATE TABLE shop.orders (id int, p shop.phase);\n";
        modules.files().write("shop/V20260102000000__orders.sql", before);
        modules.files().write("shop/U20260102000000__orders.sql", "DROP TABLE shop.orders;\nDROP TYPE shop.phase;\n");
        modules.ask(before.replace("'new'", "'open'"));
        assertThat(autogenerate().err()).contains("--rename phase.new=open");
        Answer answer = autogenerate("--rename", "phase.new=open");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(modules.files().read(modules.files().only("shop", "V.*more\\.sql")))
                .contains("ALTER TYPE shop.phase RENAME VALUE 'new' TO 'open';");
        works();
    }

    @Test
    void takesItsOptionsForItself() {
        Answer answer = modules.shadowed("revision", "-m", "shop", "--plain", "more");
        assertThat(answer.err()).contains("Add --autogenerate.");
        assertThat(answer.status()).isEqualTo(2);
    }
}
