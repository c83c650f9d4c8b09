package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.testing.CompiledModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes in the place of migrations that cannot be any: a problem each, with class, file and remedy. */
class AClassThatIsNoMigrationTest {

    @TempDir
    private static Path root;

    private static final List<Problem> PROBLEMS = new ArrayList<>();

    private record Case(String name, String text, ProblemCode code, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String MIGRATE = "public void migrate(Context context) {} ";

    static Stream<Case> cases() {
        return Stream.of(
                bad(
                        "V1__Other",
                        "public class V1__Other {}",
                        "does not implement org.flywaydb.core.api.migration.JavaMigration"),
                bad(
                        "V2__Hidden",
                        "class V2__Hidden extends BaseJavaMigration { public V2__Hidden() {} " + MIGRATE + "}",
                        "is not public"),
                bad(
                        "V3__Asks",
                        "public class V3__Asks extends BaseJavaMigration { public V3__Asks(int a) {} " + MIGRATE + "}",
                        "is not public, with a public constructor without parameters"),
                bad(
                        "V4__Static",
                        "public class V4__Static extends BaseJavaMigration { static int a = 1 / 0; " + MIGRATE + "}",
                        "cannot be created: java.lang.ArithmeticException: / by zero"),
                bad(
                        "V5__Thrown",
                        "public class V5__Thrown extends BaseJavaMigration { public V5__Thrown() { throw new IllegalStateException(\"no\"); } "
                                + MIGRATE + "}",
                        "cannot be created: java.lang.IllegalStateException: no"),
                bad(
                        "V6__Silent",
                        "public class V6__Silent extends BaseJavaMigration { public Integer getChecksum() { throw new IllegalStateException(\"no\"); } "
                                + MIGRATE + "}",
                        "cannot be asked about itself: java.lang.IllegalStateException: no"),
                bad(
                        "U7__Back",
                        "public class U7__Back extends BaseJavaMigration { " + MIGRATE + "}",
                        "does not implement io.stockassistant.shared.migration.JavaUndo"),
                bad(
                        "B8__All",
                        "public class B8__All extends org.flywaydb.core.api.migration.baseline.BaselineJavaMigration { "
                                + MIGRATE + "}",
                        "baselines in Java are not carried out"),
                bad(
                        "V9__Gone",
                        "public class V9__Gone extends Gone { " + MIGRATE + "}",
                        "cannot be loaded: java.lang.NoClassDefFoundError"),
                bad(
                        "V10__Kind",
                        "public class V10__Kind extends BaseJavaMigration { public org.flywaydb.core.extensibility.MigrationType getType() { return org.flywaydb.core.api.CoreMigrationType.CUSTOM; } "
                                + MIGRATE + "}",
                        "is of the type CUSTOM"),
                bad(
                        "D15__Other",
                        "public class D15__Other {}",
                        "does not implement io.stockassistant.shared.migration.JavaBackfill"),
                bad(
                        "D16__Thrown",
                        "public class D16__Thrown implements JavaBackfill { public void carryOut(Connection connection,"
                                + " Range range) {} public Optional<String> findCheck() { throw new"
                                + " IllegalStateException(\"no\"); } }",
                        "cannot be asked about itself: java.lang.IllegalStateException: no"),
                new Case(
                        "V11__Both",
                        "public class V11__Both extends BaseJavaMigration { " + MIGRATE + "}",
                        ProblemCode.DUPLICATE_VERSION,
                        "V11__both.sql and db.migration.shop.V11__Both"),
                new Case(
                        "U12__Alone",
                        "public class U12__Alone implements JavaUndo { public void undo(Connection connection) {} }",
                        ProblemCode.MISSING_UPGRADE,
                        "no class V12__"),
                new Case(
                        "V13__Header",
                        "@MigrationHeader({\"depends-on: nobody\"}) public class V13__Header extends BaseJavaMigration { "
                                + MIGRATE + "}",
                        ProblemCode.INVALID_HEADER,
                        "db.migration.shop.V13__Header has the header line"),
                new Case(
                        "V14__Prose",
                        "@MigrationHeader(\"dependson: shop@11\") public class V14__Prose extends BaseJavaMigration { "
                                + MIGRATE + "}",
                        ProblemCode.INVALID_HEADER,
                        "'dependson: shop@11'"));
    }

    private static Case bad(String name, String text, String message) {
        return new Case(name, text, ProblemCode.INVALID_CLASS, message);
    }

    @BeforeAll
    static void compile() throws Exception {
        CompiledModule shop = new CompiledModule(root, "shop")
                .sql("V11__both.sql", "SELECT 1;\n")
                .java("Gone", "public abstract class Gone extends BaseJavaMigration {}")
                .java("Good", "class Good { static class V20__Nested {} }")
                .java("V21__Abstract", "abstract class V21__Abstract {}")
                .java("V22__Enum", "enum V22__Enum { A }");
        cases().forEach(each -> shop.java(each.name(), each.text()));
        shop.compile();
        Files.delete(root.resolve("db/migration/shop/Gone.class"));
        Migrations migrations = Migrations.list(shop.modules());
        PROBLEMS.addAll(new Planner(migrations).fileProblems());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReported(Case each) {
        assertThat(PROBLEMS)
                .filteredOn(problem -> problem.code() == each.code()
                        && problem.message().contains(each.message())
                        && problem.message().contains(each.name()))
                .hasSize(1)
                .allSatisfy(problem -> {
                    assertThat(problem.remedy()).isNotEmpty();
                    assertThat(String.valueOf(problem.file())).contains(each.name());
                });
    }

    @Test
    void isTheOnlyOneReported() {
        assertThat(PROBLEMS).as(PROBLEMS.toString()).hasSize((int) cases().count());
    }
}
