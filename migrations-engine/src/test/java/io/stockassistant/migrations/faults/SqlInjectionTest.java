package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.Effort;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are names: whatever stands in them is refused, or becomes a name of exactly that. */
class SqlInjectionTest {

    private static final int TENTH = 10;
    private static final List<String> EVIL = List.of(
            "x\"; DROP TABLE public.canary; --",
            "x'; DROP TABLE public.canary; --",
            "x\\'; DROP TABLE public.canary; --",
            "x\"\"; DROP TABLE public.canary; --",
            "x$$; DROP TABLE public.canary; $$",
            "x') , (SELECT 1)); DROP TABLE public.canary; --",
            "x\" CASCADE; DROP TABLE public.canary; --",
            "X y",
            "select",
            "é'\"\\");

    @RegisterExtension
    final Workbench bench = new Workbench();

    private record Case(String where, String file, String text) {
        @Override
        public String toString() {
            return where + ": " + file + " " + text;
        }
    }

    /** A tenth of them, each time others, unless all are asked for. */
    static Stream<Case> cases() {
        int part = Effort.ofFaults(TENTH, 1);
        int first = Math.floorMod(Effort.seed(), part);
        List<Case> all = all().toList();
        return IntStream.range(0, all.size())
                .filter(i -> (i / TENTH + i) % part == first)
                .mapToObj(all::get);
    }

    private static Stream<Case> all() {
        return EVIL.stream().flatMap(evil -> {
            String escaped = evil.replace("\\", "\\\\");
            String inFile = evil.replace("/", "");
            return Stream.of(
                    new Case("schema", "evil/module.properties", "schema=" + escaped),
                    new Case("history", "evil/module.properties", "history=" + escaped),
                    new Case("history in a schema", "evil/module.properties", "history=evil." + escaped),
                    new Case("name", "evil/module.properties", "name=" + escaped),
                    new Case("dependency", "evil/module.properties", "depends-on=" + escaped),
                    new Case("folder", inFile + "/module.properties", "schema=evil"),
                    new Case("description", "evil/V2__" + inFile + ".sql", "SELECT 2;\n"),
                    new Case("version", "evil/V2" + inFile + "__a.sql", "SELECT 2;\n"),
                    new Case("header", "evil/V2__a.sql", "-- depends-on: shop@" + evil + "\nSELECT 2;\n"),
                    new Case("repeatable", "evil/R__" + inFile + ".sql", "SELECT 2;\n"));
        });
    }

    @BeforeEach
    void somethingToLose() {
        bench.execute("CREATE TABLE public.canary (id integer)");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTakenByItsWord(Case one) {
        bench.write(one.file(), one.text());
        String module = one.file().substring(0, one.file().indexOf('/'));
        bench.write(module + "/V1__first.sql", "CREATE TABLE one (id integer);\n");
        bench.write(module + "/U1__first.sql", "DROP TABLE one;\n");
        for (String command :
                List.of("upgrade", "current", "history", "repair --yes", "downgrade " + module + "@base")) {
            Answer answer = bench.run(command);
            assertThat(answer.status()).as(command + "\n" + answer.err()).isNotEqualTo(1);
            assertThat(answer.err()).doesNotContain("\tat ", "syntax error", "SQLSTATE: 42601");
            assertThat(bench.rows("SELECT to_regclass('public.canary') IS NOT NULL"))
                    .containsExactly("t");
        }
    }
}
