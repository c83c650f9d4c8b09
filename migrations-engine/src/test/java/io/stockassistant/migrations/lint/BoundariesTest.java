package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Modules stay out of each other's objects, and say what they use. Each case is a migration of a module of its own; the
 * module that it depends on has the tables {@code people}, {@code notes}, a view, a function and types; {@code stock},
 * on which it does not depend, has a table {@code items}.
 */
class BoundariesTest {

    private static final Set<String> RULES = Set.of("foreign-object", "undeclared-reference");

    private static final String PEOPLE = """
            CREATE TABLE people (id int PRIMARY KEY, name text);
            CREATE TABLE notes (id int PRIMARY KEY, person int REFERENCES people ON DELETE CASCADE);
            CREATE INDEX notes_person ON notes (person);
            CREATE VIEW names AS SELECT name FROM people;
            CREATE FUNCTION next_no() RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION touch() RETURNS void LANGUAGE sql AS 'UPDATE crm.people SET name = name WHERE id = 1';
            CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE DOMAIN positive AS int CHECK (VALUE > 0);
            CREATE SEQUENCE numbers;
            CREATE TABLE parts (id int) PARTITION BY RANGE (id);
            CREATE TABLE gone (id int);
            CREATE MATERIALIZED VIEW stored AS SELECT name FROM people;
            """;

    /** What the module has before: one foreign key into the other. */
    private static final String BEFORE = """
            -- depends-on: crm@20260101000000
            CREATE TABLE t (id int PRIMARY KEY, person int REFERENCES crm.people, a int);
            CREATE INDEX t_person ON t (person);
            CREATE TABLE u (id int PRIMARY KEY);
            """;

    private record Case(String name, boolean header, String sql, List<String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    private static void says(String name, String sql, String... expected) {
        CASES.add(new Case(name, false, sql, List.of(expected)));
    }

    private static void withHeader(String name, String sql, String... expected) {
        CASES.add(new Case(name, true, sql, List.of(expected)));
    }

    static {
        says("its own tables", "ALTER TABLE t ADD COLUMN b int; CREATE TABLE n (id int REFERENCES t); DROP TABLE u;");
        says("what is nobody's", "CREATE TABLE public.boundary_n (id int); DROP TABLE public.boundary_n;");
        says("a row with a foreign key", "INSERT INTO t VALUES (1000, NULL, 1); UPDATE t SET a = 2 WHERE id = 1000;");
        withHeader("a table that inherits", "CREATE TABLE n () INHERITS (crm.people);");
        says(
                "a table that inherits, without a header",
                "CREATE TABLE n () INHERITS (crm.notes);",
                "undeclared-reference");
        says("a partition", "CREATE TABLE n PARTITION OF crm.parts FOR VALUES FROM (1) TO (5);", "foreign-object");
        says("a table taken away", "ALTER TABLE crm.gone SET SCHEMA public;", "foreign-object");
        says("a lock", "LOCK TABLE crm.people IN SHARE MODE;", "foreign-object");
        says("indexes built anew", "REINDEX TABLE crm.notes;", "foreign-object");
        says("a view refreshed", "REFRESH MATERIALIZED VIEW crm.stored;", "foreign-object");
        says("a policy", "CREATE POLICY boundary ON crm.people USING (true);", "foreign-object");
        says("an owner", "ALTER TABLE crm.people OWNER TO CURRENT_USER;", "foreign-object");
        says("a number set", "SELECT setval('crm.numbers', 7);", "foreign-object");
        says("a number taken", "SELECT nextval('crm.numbers');", "undeclared-reference");
        withHeader("a number taken, with a header", "SELECT nextval('crm.numbers');");
        withHeader(
                "a header for an older migration",
                "CREATE TABLE n (id int REFERENCES crm.later);",
                "undeclared-reference");
        says(
                "a trigger with its function",
                "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION crm.fired();",
                "undeclared-reference");
        says(
                "a policy that reads",
                "CREATE POLICY p ON t USING (EXISTS (SELECT FROM crm.people));",
                "undeclared-reference");
        says("a column of another module", "ALTER TABLE crm.notes ADD COLUMN b int;", "foreign-object");
        withHeader("a column, with a header", "ALTER TABLE crm.notes ADD COLUMN c int;", "foreign-object");
        says("a column in a block", "DO $$ BEGIN ALTER TABLE crm.notes ADD COLUMN d int; END $$;", "foreign-object");
        says("an index", "CREATE INDEX boundary_i ON crm.notes (id);", "foreign-object");
        says("a comment", "COMMENT ON TABLE crm.people IS 'ours';", "foreign-object");
        says("a table in its schema", "CREATE TABLE crm.boundary_m (id int);", "foreign-object");
        says("a dropped table", "DROP TABLE crm.boundary_m;", "foreign-object");
        says("a dropped view", "DROP VIEW crm.names;", "foreign-object");
        says(
                "a trigger",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';\n"
                        + "CREATE TRIGGER boundary AFTER INSERT ON crm.notes FOR EACH ROW EXECUTE FUNCTION f();",
                "foreign-object");
        says("a dropped trigger", "DROP TRIGGER boundary ON crm.notes;", "foreign-object");
        says("a value of an enum", "ALTER TYPE crm.mood ADD VALUE 'fair';", "foreign-object");
        says(
                "a function",
                "CREATE OR REPLACE FUNCTION crm.next_no() RETURNS int LANGUAGE sql AS 'SELECT 2';",
                "foreign-object");
        says("new rows", "INSERT INTO crm.people VALUES (1000, 'x');", "foreign-object");
        says("changed rows", "UPDATE crm.people SET name = 'y' WHERE id = 1000;", "foreign-object");
        says("changed rows by a function", "SELECT crm.touch();", "foreign-object");
        says("no rows", "DELETE FROM crm.notes WHERE id = -1;", "foreign-object");
        says("all rows", "TRUNCATE crm.notes;", "foreign-object");
        says("a schema", "COMMENT ON SCHEMA crm IS 'theirs';", "foreign-object");
        says("a right", "GRANT SELECT ON crm.people TO PUBLIC;");
        says(
                "a foreign key",
                "CREATE TABLE n (id int PRIMARY KEY, person int REFERENCES crm.people);",
                "undeclared-reference");
        withHeader(
                "a foreign key, with a header",
                "CREATE TABLE n (id int PRIMARY KEY, person int REFERENCES crm.people);");
        says("a view", "CREATE VIEW v AS SELECT name FROM crm.people;", "undeclared-reference");
        withHeader("a view, with a header", "CREATE VIEW v AS SELECT name FROM crm.people;");
        says("a default", "ALTER TABLE t ALTER COLUMN a SET DEFAULT crm.next_no();", "undeclared-reference");
        says("a type", "ALTER TABLE t ADD COLUMN m crm.mood;", "undeclared-reference");
        says("a domain", "CREATE TABLE n (p crm.positive);", "undeclared-reference");
        says("a sequence", "ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('crm.numbers');", "undeclared-reference");
        says(
                "a function with a type",
                "CREATE FUNCTION f(m crm.mood) RETURNS int LANGUAGE sql AS 'SELECT 1';",
                "undeclared-reference");
        says("rows that are read", "INSERT INTO u SELECT id + 5000 FROM crm.people;", "undeclared-reference");
        withHeader("rows that are read, with a header", "INSERT INTO u SELECT id + 5000 FROM crm.people;");
        says("a table from rows", "CREATE TABLE n AS SELECT name FROM crm.people;", "undeclared-reference");
        says("rows in a block", "DO $$ BEGIN PERFORM name FROM crm.people; END $$;", "undeclared-reference");
        withHeader(
                "a module that is not declared",
                "CREATE TABLE n (id int REFERENCES stock.items);",
                "undeclared-reference");
        says("the key is dropped", "ALTER TABLE t DROP CONSTRAINT t_person_fkey;");
        says("the table is dropped", "DROP TABLE t;");
        says(
                "the key is validated",
                "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT k;");
    }

    @TempDir
    private static Path folder;

    private static LintReport report;

    /** All of them in one run. */
    @BeforeAll
    static void lint() throws SQLException {
        LintedFiles files = new LintedFiles(folder)
                .with("crm/V20260101000000__people.sql", PEOPLE)
                .with("crm/V20260101000001__later.sql", "CREATE TABLE later (id int PRIMARY KEY);")
                .with("stock/V20260101000000__items.sql", "CREATE TABLE items (id int PRIMARY KEY);");
        for (int i = 0; i < CASES.size(); i++) {
            String header = CASES.get(i).header() ? "-- depends-on: crm@20260101000000\n" : "";
            files.with(module(i) + "/module.properties", "depends-on=crm\n")
                    .with(module(i) + "/V20260102000000__before.sql", BEFORE)
                    .with(
                            module(i) + "/V20260103000000__it.sql",
                            header + CASES.get(i).sql() + "\n");
        }
        report = files.report();
    }

    private static String module(int index) {
        return "m%03d".formatted(index);
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areKept(Case each) {
        String migration = module(CASES.indexOf(each)) + "@20260103000000";

        assertThat(report.findings())
                .filteredOn(one -> one.code().equals("cannot-run"))
                .isEmpty();
        assertThat(report.findings())
                .filteredOn(one -> one.migration().equals(migration) && RULES.contains(one.code()))
                .as("%s", messages(migration))
                .extracting(Finding::code)
                .containsExactlyElementsOf(each.expected());
    }

    @ParameterizedTest
    @CsvSource({"a foreign key, crm@20260101000000", "a header for an older migration, crm@20260101000001"})
    void areMendedWithTheMigrationThatIsNeeded(String name, String needed) {
        String migration = CASES.stream()
                .filter(each -> each.name().equals(name))
                .map(each -> module(CASES.indexOf(each)) + "@20260103000000")
                .findFirst()
                .orElseThrow();

        assertThat(report.findings())
                .filteredOn(each ->
                        each.migration().equals(migration) && each.code().equals("undeclared-reference"))
                .extracting(Finding::remedy)
                .containsExactly("Write at the top of the file: -- depends-on: " + needed);
    }

    private static List<String> messages(String migration) {
        return report.findings().stream()
                .filter(each -> each.migration().equals(migration))
                .map(Finding::message)
                .toList();
    }
}
