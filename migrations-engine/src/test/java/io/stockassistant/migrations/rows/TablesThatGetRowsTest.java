package io.stockassistant.migrations.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesThatGetRowsTest {

    private final Shadow shadow = TestShadow.open();
    private ShadowDatabase database = shadow.create();
    private Connection connection = database.open("");

    @BeforeEach
    void begin() throws SQLException {
        connection.close();
        database.close();
        database = shadow.create();
        connection = database.open("");
    }

    @AfterAll
    void end() throws SQLException {
        connection.close();
        shadow.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Catalog catalog() throws SQLException {
        return CatalogReader.read(connection, Scope.wholeDatabase());
    }

    private Map<String, String> complete() throws SQLException {
        return SampleRows.complete(connection, catalog());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smallint",
                "integer",
                "bigint",
                "real",
                "double precision",
                "oid",
                "numeric(3, 1)",
                "money",
                "text",
                "varchar(3)",
                "char(2)",
                "name",
                "\"char\"",
                "date",
                "timestamp(0)",
                "timestamptz",
                "time(3)",
                "timetz",
                "interval",
                "uuid",
                "bytea",
                "bit(7)",
                "varbit(5)",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "tsvector",
                "int4range",
                "daterange",
                "tstzrange",
                "numrange",
                "text[]",
                "integer[][]",
                "uuid[]",
                "date[]",
                "jsonb",
                "pg_lsn"
            })
    void ofAnyTypeThatCanBeUnique(String type) throws SQLException {
        execute("CREATE TABLE t (value " + type + " NOT NULL UNIQUE)");
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(*) FROM t")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "xml",
                "point",
                "box",
                "lseg",
                "path",
                "polygon",
                "circle",
                "line",
                "tsquery",
                "boolean",
                "bit",
                "json[]",
                "xml[]",
                "tsrange[]",
                "regclass"
            })
    void ofAnyOtherType(String type) throws SQLException {
        execute("CREATE TABLE t (value " + type + " NOT NULL)");
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(*) FROM t")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            word in a check       | a text NOT NULL CHECK (a IN ('it''s', 'other'))
            numbers in checks     | a int NOT NULL CHECK (a BETWEEN 1900 AND 2100), b bigint NOT NULL CHECK (b > 99999999999)
            too large to count    | a numeric NOT NULL CHECK (a < 99999999999999999999)
            enum                  | a shop.color NOT NULL, b shop.color[] NOT NULL
            domain                | a shop.percent NOT NULL
            composite             | a shop.pair NOT NULL
            generated             | a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED
            identity and serial   | a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b serial NOT NULL
            nothing but an id     | id int GENERATED BY DEFAULT AS IDENTITY
            exclusion             | a int4range NOT NULL, EXCLUDE USING gist (a WITH &&)
            itself                | id int PRIMARY KEY, parent int REFERENCES shop.t
            two of one row        | a int NOT NULL, b int NOT NULL, FOREIGN KEY (a, b) REFERENCES shop.other (x, y)
            deferred              | a int NOT NULL REFERENCES shop.other (x) DEFERRABLE INITIALLY DEFERRED
            deferred unique       | a boolean NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED
            names with quotes     | "A b" int NOT NULL CHECK ("A b" > 70), "order" text NOT NULL
            what knows no schema  | a int NOT NULL CHECK (is_odd(a))
            """)
    void whateverTheirColumnsAsk(String name, String columns) throws SQLException {
        execute("""
                CREATE SCHEMA shop; CREATE TYPE shop.color AS ENUM ('light, dark', 'it''s');
                CREATE DOMAIN shop.percent AS int CHECK (VALUE BETWEEN 200 AND 300);
                CREATE TYPE shop.pair AS (a int, b shop.color);
                CREATE FUNCTION shop.odd(int) RETURNS boolean LANGUAGE sql AS 'SELECT $1 % 2 = 1';
                CREATE FUNCTION shop.is_odd(int) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RETURN odd($1); END';
                CREATE TABLE shop.other (x int UNIQUE, y int NOT NULL, UNIQUE (x, y));
                """);
        execute("SET search_path = shop; CREATE TABLE t (" + columns + "); RESET search_path");
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(*) FROM shop.t")).as(name).isGreaterThan(0);
    }

    @Test
    void partitionsHaveThemThemselves() throws SQLException {
        execute("""
                CREATE TABLE t (a int NOT NULL, day date NOT NULL, PRIMARY KEY (a, day)) PARTITION BY RANGE (day);
                CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM ('2031-01-01') TO ('2031-02-01');
                CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM ('2031-02-01') TO ('2031-03-01');
                CREATE TABLE a (id int PRIMARY KEY, t int NOT NULL, day date NOT NULL, FOREIGN KEY (t, day) REFERENCES t);
                """);
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(DISTINCT tableoid) FROM t")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM a")).isGreaterThan(0);
    }

    @Test
    void aColumnThatCameLaterGetsValuesToo() throws SQLException {
        execute("CREATE TABLE t (id int PRIMARY KEY, name text)");
        complete();
        complete();
        assertThat(number("SELECT count(*) FROM t")).isEqualTo(3);
        execute("ALTER TABLE t ADD COLUMN note text");
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(note) FROM t")).isGreaterThan(0);
    }

    @Test
    void ofOthersOnlyWhatIsNeededIsFilled() throws SQLException {
        execute("""
                CREATE TABLE needed (id int PRIMARY KEY); CREATE TABLE held (id int PRIMARY KEY);
                INSERT INTO held VALUES (7); CREATE TABLE beside (id int);
                CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL REFERENCES needed, b int NOT NULL REFERENCES held);
                """);
        Catalog catalog = catalog();
        assertThat(SampleRows.fill(
                        connection,
                        catalog,
                        catalog.find(Kind.TABLE, "public.t").stream().toList()))
                .isEmpty();
        assertThat(Contents.read(connection, catalog).tables())
                .containsOnlyKeys("public.needed", "public.held", "public.t");
        assertThat(number("SELECT count(*) FROM held")).isEqualTo(1);
    }

    @Test
    void whereAPartitionEndsMeansNothingForOtherColumnsThanItsKey() throws SQLException {
        execute("""
                CREATE TABLE t (code text NOT NULL, day date NOT NULL, a float, b float, c float, d float, e float, f float,
                    PRIMARY KEY (code, day)) PARTITION BY RANGE (day);
                CREATE TABLE t_early PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('1990-01-01');
                CREATE TABLE t_1990 PARTITION OF t FOR VALUES FROM ('1990-01-01') TO ('1991-01-01');
                """);
        assertThat(complete()).isEmpty();
        assertThat(number("SELECT count(*) FROM t WHERE a + b + c + d + e + f IS NOT NULL"))
                .isGreaterThan(1);
        assertThat(number("SELECT count(DISTINCT tableoid) FROM t")).isEqualTo(2);
    }

    @Test
    void triggersDoNotFireAndAreLeftAsTheyWere() throws SQLException {
        execute("""
                CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
                CREATE TABLE t (id int) PARTITION BY LIST (id); CREATE TABLE t_1 PARTITION OF t DEFAULT;
                CREATE TRIGGER all_of_it BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no();
                CREATE TABLE u (id int);
                CREATE TRIGGER usual BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION no();
                CREATE TRIGGER on_replicas BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION no();
                ALTER TABLE u ENABLE REPLICA TRIGGER on_replicas;
                CREATE TRIGGER everywhere BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION no();
                ALTER TABLE u ENABLE ALWAYS TRIGGER everywhere;
                CREATE TRIGGER nowhere BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION no();
                ALTER TABLE u DISABLE TRIGGER nowhere;
                """);
        Catalog before = catalog();
        assertThat(complete()).isEmpty();
        assertThat(before.differences(catalog())).isEmpty();
    }

    @Test
    void aScriptsNextRowHasItsNumberStill() throws SQLException {
        execute("CREATE TABLE t (id serial PRIMARY KEY, other int GENERATED ALWAYS AS IDENTITY UNIQUE, name text)");
        complete();
        execute("INSERT INTO t (name) VALUES ('of a script')");
        assertThat(number("SELECT count(*) FROM t")).isEqualTo(4);
    }

    @Test
    void theirOwnerNeedsNoMoreRights() throws SQLException {
        execute("""
                CREATE ROLE plain; CREATE SCHEMA shop AUTHORIZATION plain; SET ROLE plain;
                CREATE TABLE shop.a (id int PRIMARY KEY);
                CREATE TABLE shop.b (id int PRIMARY KEY, a int NOT NULL REFERENCES shop.a);
                """);
        try {
            assertThat(complete()).isEmpty();
            assertThat(number("SELECT count(*) FROM shop.b")).isEqualTo(3);
        } finally {
            execute("RESET ROLE; DROP OWNED BY plain; DROP ROLE plain");
        }
    }

    @Test
    void thoseWithoutAreNamedWithWhatTheServerSays() throws SQLException {
        execute("CREATE TABLE t (id int NOT NULL CHECK (id < 0 AND id > 0)); CREATE TABLE u (id int)");
        assertThat(complete())
                .containsExactly(Map.entry(
                        "public.t", "ERROR: new row for relation \"t\" violates check constraint \"t_id_check\""));
    }
}
