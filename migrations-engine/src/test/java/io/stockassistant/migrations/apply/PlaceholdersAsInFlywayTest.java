package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.flyway.Placeholders;
import io.stockassistant.migrations.flyway.Placeholders.MissingValueException;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.testing.Effort;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same text with the same values is the same script, here and there. */
class PlaceholdersAsInFlywayTest {

    private static final List<String> VALUES = List.of(
            "",
            "1",
            "a b",
            "it''s",
            "'quoted'",
            "one; two",
            "back\\slash",
            "$$",
            "${plain}",
            "}",
            "$1",
            "é中",
            "\t",
            "x\ny");
    private static final List<String> NAMES = List.of("plain", "Mixed", "UPPER", "with_line", "with.dot", "é");
    private static final List<String> OWN = List.of(
            "flyway:user",
            "flyway:database",
            "flyway:defaultSchema",
            "flyway:table",
            "flyway:FILENAME",
            "flyway:workingDirectory",
            "flyway:environment");
    private static final List<String> LITERALS = List.of(
            "select 1;", "\n", "\r\n", "$", "{", "}", "$$", "${", "$ {", "-- ", "'", "é", " ", "$${", "${${", "\uFEFF");

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void haveEqualChecksumsInRepeatableMigrations() throws SQLException {
        long seed = Effort.seed();
        Random random = new Random(seed);
        NAMES.forEach(each -> scene.placeholder(each, pick(random, VALUES)));
        int files = Effort.of(300, 3000);
        for (int i = 0; i < files; i++) {
            scene.modules().file("shop/R__" + i + ".sql", "select " + i + ";" + text(random));
        }
        Map<String, @Nullable Integer> ours = new TreeMap<>();
        PlaceholderValues values = scene.placeholderValues();
        scene.modules()
                .migrations(values)
                .listRepeatables("shop")
                .forEach(each -> ours.put(each.description(), each.checksum()));
        Map<String, Integer> theirs = Stream.of(
                        scene.flyway("shop").load().info().all())
                .collect(Collectors.toMap(MigrationInfo::getDescription, MigrationInfo::getChecksum));
        assertThat(ours).as("seed " + seed).hasSize(files).containsExactlyInAnyOrderEntriesOf(theirs);
    }

    /** Every placeholder in it has a value, and no piece of another makes a new one with what follows. */
    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> {
                    if (random.nextInt(3) == 0) {
                        return literal(random) + " ";
                    }
                    String name = pick(random, random.nextBoolean() ? NAMES : OWN);
                    return "${" + (random.nextBoolean() ? name : name.toUpperCase(java.util.Locale.ROOT)) + "}";
                })
                .collect(Collectors.joining());
    }

    private static String literal(Random random) {
        String literal = pick(random, LITERALS);
        return literal.contains("${") ? literal.replace("${", "$") : literal;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Texts that may lack a value: both refuse, or both read the same. */
    @Test
    void areMissedWhereFlywayMissesThem() {
        long seed = Effort.seed();
        Random random = new Random(seed);
        Map<String, String> values = Map.of("plain", "1", "mixed", "${plain}", "é", "'");
        for (int i = 0; i < Effort.of(60, 600); i++) {
            String text = "select 1;"
                    + IntStream.range(0, 1 + random.nextInt(8))
                            .mapToObj(j -> random.nextBoolean()
                                    ? pick(random, LITERALS)
                                    : "${" + pick(random, NAMES) + (random.nextInt(5) == 0 ? "" : "}"))
                            .collect(Collectors.joining());
            scene.modules().file("shop/R__one.sql", text);
            assertThat(ours(text, values)).as("seed " + seed + ": " + text).isEqualTo(theirs(values));
        }
    }

    private static String ours(String text, Map<String, String> values) {
        try {
            String replaced = Placeholders.replace(text, values);
            return Integer.toString(io.stockassistant.migrations.flyway.Checksums.of(replaced));
        } catch (MissingValueException e) {
            return "missing " + e.placeholder();
        }
    }

    private String theirs(Map<String, String> values) {
        StockFlyway flyway = scene.flyway("shop");
        flyway.configuration().placeholders(values);
        try {
            return String.valueOf(flyway.load().info().all()[0].getChecksum());
        } catch (StringIndexOutOfBoundsException e) {
            return "missing ${"; // Flyway breaks down here
        } catch (FlywayException e) {
            return "missing "
                    + String.valueOf(e.getMessage())
                            .replaceFirst("(?s).*?(\\$\\{.*)", "$1")
                            .replaceFirst("(?s)}.*", "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it''s",
                "a'); DELETE FROM marks; INSERT INTO marks VALUES ('b",
                "back\\slash",
                "$$",
                "$1 ${limit}",
                "--",
                "/*",
                "a\nb"
            })
    void stand(String value) throws SQLException {
        scene.placeholder("Value", value)
                .modules()
                .file("shop/V1__marks.sql", "CREATE TABLE marks (mark text);\n")
                .file("shop/V2__mark.sql", "INSERT INTO marks VALUES ('${value}');\n");
        scene.up();
        List<String> ours = scene.rows("SELECT mark FROM shop.marks");
        scene.execute("DROP SCHEMA shop CASCADE");
        scene.flyway("shop").migrate();
        assertThat(ours).isEqualTo(scene.rows("SELECT mark FROM shop.marks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1;${", "select 1;${open", "select 1;${}"})
    void areMissedWhereTheyAreNotFinished(String text) {
        assertThat(ours(text, Map.of())).startsWith("missing ${");
    }

    @Test
    void standForThemselvesWhereTheConfSaysSo() throws SQLException {
        scene.modules()
                .file("shop/R__own.sql", "CREATE OR REPLACE VIEW own AS SELECT '${no_value}' AS a;\n")
                .file("shop/R__own.sql.conf", "placeholderReplacement=false\n")
                .file("shop/V1__own.sql", "SELECT '${no_value}';\n")
                .file("shop/V1__own.sql.conf", "placeholderReplacement=false\n");
        scene.up();
        assertThat(scene.rows("SELECT a FROM shop.own")).containsExactly("${no_value}");
        assertThat(scene.flyway("shop").validate()).isEmpty();
        assertThat(scene.flyway("shop").migrate()).isZero();
    }
}
