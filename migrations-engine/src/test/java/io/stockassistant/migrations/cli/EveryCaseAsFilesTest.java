package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.autogenerate.RenameWords;
import io.stockassistant.migrations.change.Case;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pair of schemas as a module that has the one and asks for the other: what is written leads there, nothing is left
 * to be written, and the way back leads back.
 */
class EveryCaseAsFilesTest {

    private static final Pattern QUESTION = Pattern.compile("or --no-rename (.*) to drop it\\.");

    /** A hint in a model that does nothing is a remark; what is typed is refused, and has a test of its own. */
    private static final String TYPED_IN_VAIN = "a hint whose source is gone";

    /** All of them with -Pfull, otherwise some. Of several schemas each belongs to another module. */
    static Stream<Case> cases() {
        List<Case> all = Case.all()
                .filter(each -> !each.kind().equals("schemas"))
                .filter(each -> !each.name().equals(TYPED_IN_VAIN))
                .filter(each -> TestPostgres.shared().major() >= each.since())
                .toList();
        int step = Effort.of(30, 1);
        return IntStream.range(0, all.size()).filter(each -> each % step == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isWrittenOnceAndLeadsThereAndBack(Case each, @TempDir Path folder) {
        assumeTrue(!each.beside().contains("SCHEMA shop"), "what stands in the schema is the module's own");
        try (ModelledModules modules = ModelledModules.of(folder)) {
            modules.files()
                    .write("beside/V20250101000000__beside.sql", "SELECT 1;\n" + each.beside() + "\n")
                    .write("shop/module.properties", "depends-on=beside\nmodel-sql=model.sql\n")
                    .write("shop/V20260101000000__before.sql", statements(each.before()))
                    .write("shop/model.sql", statements(each.after()));
            Answer written = autogenerate(modules, options(each));
            assertThat(written.status()).as(written.err()).isZero();

            assertThat(modules.shadowed("check").status()).as(written.out()).isZero();
            assertThat(autogenerate(modules, List.of()).out()).startsWith("Nothing to do");
            Answer verified = modules.shadowed("verify", "shop", "--all");
            assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
            assertThat(unannounced(modules)).isEmpty();
        }
    }

    /** What lint finds in the files that were written, and of which they do not warn. */
    private static List<String> unannounced(ModelledModules modules) {
        return modules.shadowed("lint", "shop", "--all", "--output", "json")
                .json()
                .path("findings")
                .valueStream()
                .filter(each -> each.path("severity").asString().equals("error"))
                .filter(each -> !each.path("file").asString().endsWith("20260101000000__before.sql"))
                .filter(each -> !isAnnounced(
                        modules.files().read(each.path("file").asString()),
                        each.path("line").asInt()))
                .map(each -> each.path("message").asString())
                .toList();
    }

    private static boolean isAnnounced(String text, int line) {
        List<String> lines = text.lines().toList();
        int above = line - 2;
        while (above >= 0 && lines.get(above).startsWith("--")) {
            if (lines.get(above).startsWith("-- hazard ")) {
                return true;
            }
            above--;
        }
        return false;
    }

    private static String statements(String sql) {
        return sql.isBlank() ? "SELECT 1;\n" : sql;
    }

    /** What goes without a word from the case goes; what is left to be asked is answered with no. */
    private static Answer autogenerate(ModelledModules modules, List<String> options) {
        List<String> words = new ArrayList<>(
                List.of("revision", "-m", "shop", "--autogenerate", "after", "--allow", "DATA_LOSS,REPLACES_OBJECT"));
        words.addAll(options);
        Answer answer = modules.shadowed(words.toArray(String[]::new));
        List<String> asked = QUESTION.matcher(answer.err())
                .results()
                .map(found -> found.group(1).replace("'", ""))
                .toList();
        if (asked.isEmpty()) {
            return answer;
        }
        List<String> more = new ArrayList<>(options);
        asked.forEach(question -> more.addAll(List.of("--no-rename", question)));
        return autogenerate(modules, more);
    }

    private static List<String> options(Case each) {
        return each.renames().stream()
                .map(RenameWords::of)
                .flatMap(words -> Stream.of("--rename", words.toString()))
                .toList();
    }
}
