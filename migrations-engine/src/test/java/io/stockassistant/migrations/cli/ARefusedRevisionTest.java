package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wishes that cannot be met: nothing is written, and the message says why. */
class ARefusedRevisionTest {

    @TempDir
    private Path folder;

    /** Something that is in the way before, the words of the command, and what the answer is. */
    private record Case(
            Consumer<SourceModules> before, List<String> words, int status, String code, String message, String help) {
        @Override
        public String toString() {
            return words + " " + code;
        }
    }

    private static Case one(
            Consumer<SourceModules> before, int status, String code, String message, String help, String... words) {
        return new Case(before, List.of(words), status, code, message, help);
    }

    private static Consumer<SourceModules> file(String name, String text) {
        return modules -> modules.write(name, text);
    }

    private static Case text(String text, String message) {
        return one(each -> {}, 2, "invalid-option", message, "", "-m", "shop", text);
    }

    private static Case option(int status, String code, String message, String help, String... words) {
        List<String> all = new ArrayList<>(List.of("-m", "shop", "x"));
        all.addAll(List.of(words));
        return new Case(each -> {}, all, status, code, message, help);
    }

    private static Case before(Consumer<SourceModules> before, String code, String message, String help) {
        return one(before, 3, code, message, help, "-m", "shop", "x");
    }

    static Stream<Case> texts() {
        return Stream.of(
                text("", "The text is empty."),
                text(" \t\n\u00a0\u202e\u0000 ", "The text is empty."),
                text("🚀🚀", "has no letter and no digit"),
                text("../..", "has no letter and no digit"),
                text("Gr\ufffd\ufffde", "could not read"),
                text("costs ${price}", "a placeholder begins"),
                text("depends-on: stock@1", "reads as a header"),
                text("irreversible: yes", "reads as a header"),
                text("depends on stock@1", "reads as a header"),
                one(each -> {}, 2, "invalid-option", "required option", "revision --help", "x"),
                one(each -> {}, 2, "invalid-option", "required parameter", "revision --help", "-m", "shop"),
                one(
                        each -> {},
                        2,
                        "invalid-option",
                        "'orders' is one word too many",
                        "",
                        "-m",
                        "shop",
                        "add",
                        "orders"),
                one(each -> {}, 2, "unknown-module", "no module 'shop '", "heads", "-m", "shop ", "x"),
                one(each -> {}, 2, "unknown-module", "no module '../shop'", "heads", "-m", "../shop", "x"));
    }

    static Stream<Case> options() {
        return Stream.of(
                option(2, "unknown-module", "no module 'nope'", "heads", "--depends-on", "nope@1"),
                option(2, "unknown-module", "no module ''", "heads", "--depends-on", "@1"),
                option(2, "unknown-revision", "'stock@9'", "history", "--depends-on", "stock@9"),
                option(2, "unknown-revision", "'stock@'", "history", "--depends-on", "stock@"),
                option(2, "unknown-revision", "'stock'", "history", "--depends-on", "stock"),
                option(2, "unknown-revision", "''", "history", "--depends-on", ""),
                option(2, "unknown-revision", "'stock@base'", "history", "--depends-on", "stock@base"),
                option(2, "unknown-revision", "'empty@head'", "history", "--depends-on", "empty@head"),
                option(2, "unknown-revision", "'shop@99'", "history", "--depends-on", "shop@99"),
                option(2, "ambiguous-revision", "'stock@2026' could be", "stock@2026", "--depends-on", "stock@2026"),
                option(3, "undeclared-dependency", "on other@1", "Add other", "--depends-on", "other@1"),
                option(3, "undeclared-dependency", "cannot depend on", "", "--depends-on", "top@head"),
                option(2, "invalid-option", "The reason of --irreversible is empty", "", "--irreversible", " "),
                option(2, "invalid-option", "a placeholder begins", "", "--irreversible", "${x}"));
    }

    static Stream<Case> states() {
        return Stream.of(
                before(file("shop/V1.0__twice.sql", ""), "duplicate-version", "V1.0__twice.sql", "rename"),
                before(file("shop/U9__alone.sql", ""), "missing-upgrade", "U9__alone.sql", "V file"),
                before(file("shop/oops.sql", ""), "invalid-file-name", "oops.sql", "Rename"),
                before(file("shop/V2__x.sql", "-- depends-on: no@1\n"), "unknown-dependency", "shop@2", "header"),
                before(file("shop/HEAD", "0\n"), "head-mismatch", "HEAD names 0, but", "migrations rebase shop"),
                before(file("shop/HEAD", "2\n"), "head-mismatch", "newest migration is 1", "rebase"),
                before(
                        file("shop/HEAD", "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n"),
                        "head-mismatch",
                        "conflict",
                        "rebase"),
                before(file("shop/HEAD", ""), "head-mismatch", "names no version", "rebase"),
                before(file("shop/HEAD/x", ""), "head-mismatch", "HEAD cannot be read: it is a folder", "rebase"),
                before(
                        file("shop/V2__x.sql/y", ""),
                        "unparsable",
                        "V2__x.sql cannot be read: it is a folder",
                        "readable"),
                before(
                        file("shop/U2__x.sql/y", ""),
                        "missing-upgrade",
                        "U2__x.sql undoes a migration that is not",
                        "V file"),
                before(file("shop/.V2__x.sql.new/y", ""), "invalid-module", "cannot be written", "repeat"),
                before(
                        file("shop/upgrade.sql.template", "-- ok\n-- {{nope}} {{Module}}"),
                        "unparsable",
                        "shop/upgrade.sql.template:2 has the placeholder {{nope}}",
                        "There are depends-on, description"),
                before(file("shop/downgrade.sql.template/x", ""), "unparsable", "cannot be read", "remove it"),
                before(
                        file("shop/upgrade.sql.template", "-- depends-on: module@version"),
                        "invalid-header",
                        "it names one migration",
                        "above the first statement"),
                one(
                        file("shop/upgrade.sql.template", "select 1;\n{{depends-on}}\n"),
                        3,
                        "invalid-header",
                        "it only counts above the first statement",
                        "above the first statement",
                        "-m",
                        "shop",
                        "x",
                        "--depends-on",
                        "stock@20260101"),
                one(
                        file("shop/downgrade.sql.template", "-- why: {{irreversible}}\n"),
                        3,
                        "invalid-header",
                        "would be lost",
                        "line of its own",
                        "-m",
                        "shop",
                        "x",
                        "--irreversible",
                        "so"));
    }

    @ParameterizedTest
    @MethodSource({"texts", "options", "states"})
    void writesNothing(Case one) throws IOException {
        SourceModules modules = new SourceModules(folder)
                .write("stock/V20260101000000__a.sql", "select 1;")
                .write("stock/V20260102000000__b.sql", "select 1;")
                .write("other/V1__a.sql", "select 1;")
                .write("empty/module.properties", "")
                .write("top/module.properties", "depends-on=shop\n")
                .write("top/V1__a.sql", "select 1;")
                .write("shop/module.properties", "depends-on=stock, empty\n")
                .write("shop/V1__a.sql", "select 1;");
        one.before().accept(modules);
        Map<String, String> before = modules.files();
        List<String> words = new ArrayList<>(List.of("revision"));
        words.addAll(one.words());

        Answer answer = modules.run(words.toArray(String[]::new));

        assertThat(answer.err())
                .startsWith("error: " + one.code() + ": ")
                .contains(one.message())
                .contains("  help: ")
                .contains(one.help())
                .doesNotContain("\tat ", "Exception");
        assertThat(answer.status()).isEqualTo(one.status());
        assertThat(modules.files()).isEqualTo(before);
        assertThat(Files.exists(folder.resolve("shop/V2__x.sql.new"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void writesWhatIsOddButClear(String text) {
        SourceModules modules = new SourceModules(folder).write("shop/V1__a.sql", "select 1;");

        Answer answer = modules.run("revision", "-m", "shop", "--", text);

        assertThat(answer.status()).as(answer.err()).isZero();
        String file = modules.only("shop", "V2__[a-z0-9_]{1,60}\\.sql");
        assertThat(modules.read(file).lines().filter(each -> !each.isBlank()))
                .singleElement()
                .asString()
                .startsWith("-- Upgrade of shop: ");
        modules.write(file, modules.read(file) + "select 1;\n")
                .write(file.replace("/V", "/U"), modules.read(file.replace("/V", "/U")) + "select 1;\n");
        assertThat(modules.run("validate", "--offline").out()).isEqualTo("The files are valid.\n");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "'; DROP TABLE users; --",
                "it's \"quoted\" `twice`",
                "two\nlines\r\nor\u2028three\u0085four",
                "x\n-- depends-on: nope@1",
                "x\nDROP TABLE users;",
                "../../../etc/passwd",
                "/* open",
                "close */",
                "$$ body",
                "rocket 🚀 \ud83d alone",
                "{{module}} {{nope}}",
                "$1 \\1 \\",
                "-1",
                "--help me",
                "@file",
                "%s %n",
                "nul\u0000byte",
                "word ".repeat(60),
                "a".repeat(300),
                "upgrade",
                "1");
    }
}
