package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is said to somebody who mistypes: which word is wrong, and what to type instead. */
final class ARefusedCommandTest {

    private static final String FOLDER = "FOLDER";

    @TempDir
    private static Path folder;

    private static TwoModules modules;

    /** FOLDER in an argument, a message or a remedy stands for a folder with the files that some cases need. */
    private record Case(
            List<String> args, boolean withDatabase, int status, String code, String message, String remedy) {
        @Override
        public String toString() {
            return String.join(" ", args);
        }
    }

    private static Case line(String args, String message, String remedy) {
        return new Case(words(args), false, 2, "invalid-option", message, remedy);
    }

    private static Case offline(String args, String code, String message, String remedy) {
        return new Case(words(args), false, 2, code, message, remedy);
    }

    private static Case online(String args, int status, String code, String message, String remedy) {
        return new Case(words(args), true, status, code, message, remedy);
    }

    private static List<String> words(String args) {
        return Arrays.stream(args.split(" "))
                .map(each -> each.equals("''") ? "" : each)
                .toList();
    }

    static Stream<Case> lines() {
        return Stream.of(
                line("upgrad", "There is no command 'upgrad'. Similar: upgrade, ", "migrations --help"),
                line("frobnicate", "There is no command 'frobnicate'.", "migrations --help"),
                line("--bogus", "There is no option '--bogus'.", "migrations --help"),
                line(
                        "upgrade --outoforder",
                        "There is no option '--outoforder'. Similar: --out-of-order",
                        "upgrade --help"),
                line("heads more", "'more' is one word too many for migrations heads.", "migrations heads --help"),
                line("downgrade -1 -2", "'-2' is one word too many for migrations downgrade.", "downgrade --help"),
                line("-1", "-1 is a target, and the command is missing.", "migrations downgrade -1"),
                line("show", "Missing required parameter: 'REVISION'.", "migrations show --help"),
                line("downgrade", "A downgrade needs a target", "migrations downgrade -1"),
                line("rebase", "Missing required parameter: 'MODULE'.", "migrations rebase --help"),
                line("db", "Say what to do: migrations db (start | stop | url | reset).", "migrations db --help"),
                line("db frob", "There is no command 'frob'.", "migrations db --help"),
                line("heads --output", "Missing required parameter for option '--output' (text|json).", "heads --help"),
                line(
                        "heads --output xml",
                        "'xml' is not an output: write text or json; for diff also sql; for lint also sarif, github, gitlab,"
                                + " junit or markdown.",
                        "migrations heads --help"),
                line("upgrade --url", "Missing required parameter for option '--url' (URL).", "upgrade --help"),
                line("upgrade --lock-timeout soon", "'soon' is not a time: write 500ms, 5s, 10min or 1h.", "--help"),
                line(
                        "--out-of-order upgrade",
                        "Write --out-of-order behind 'upgrade', if it takes it.",
                        "upgrade --help"),
                line("--lock-wait=1s db url", "Write --lock-wait behind 'db', if it takes it.", "migrations db --help"),
                line(
                        "downgrade base --out-of-order",
                        "There is no option '--out-of-order'.",
                        "migrations downgrade --help"),
                offline(
                        "heads --modules FOLDER/none",
                        "no-modules",
                        "FOLDER/none cannot be read: it does not exist.",
                        ""),
                offline(
                        "heads --modules FOLDER/empty",
                        "no-modules",
                        "There is no module in the folder FOLDER/empty.",
                        ""),
                offline("heads --modules FOLDER/file", "no-modules", "FOLDER/file cannot be read", "--modules"),
                offline("show nope@1", "unknown-module", "There is no module 'nope'.", "migrations heads"),
                offline("show 9", "unknown-revision", "There is no migration '9'.", "migrations history"),
                offline("show 2026", "ambiguous-revision", "'2026' could be: data-engineering@2026", "with its module"),
                offline(
                        "current --user x",
                        "invalid-configuration",
                        "--user is given, but nothing names the server.",
                        "--url"),
                offline("current --url ''", "invalid-configuration", "--url is empty.", "Give it a value"),
                offline("current --url mysql://a/b", "invalid-configuration", "mysql://", "postgres://USER@HOST"),
                offline("current --embedded --url postgres://a/b", "invalid-configuration", "--embedded", "away"),
                offline(
                        "current --url postgres://a/b?socketFactory=java.lang.String",
                        "invalid-configuration",
                        "--url has the parameter socketFactory, which is not taken.",
                        "sslmode"),
                offline(
                        "current --url postgres://a/b?foo=bar",
                        "invalid-configuration",
                        "--url has the parameter foo, which is not taken.",
                        "sslmode"),
                offline(
                        "current --password-file FOLDER/none --url postgres://a/b",
                        "invalid-configuration",
                        "--password-file FOLDER/none cannot be read: it does not exist.",
                        "UTF-8"));
    }

    static Stream<Case> optionsThatDoNotGoTogether() {
        return Stream.of(
                line("upgrade --sql --plan p.json", "--sql prints a script, and --plan carries a plan out.", "--plan"),
                line("upgrade --sql --plan p.json head", "--sql prints a script", "migrations upgrade --sql TARGET"),
                line("downgrade --sql --plan p.json -1", "--sql prints a script", "migrations downgrade --sql TARGET"),
                line("upgrade --from x.json", "--from says where a database is for --sql.", "--sql --from x.json"),
                line("upgrade --sql base:", "'base:' names no target behind the colon.", "--sql base:head"),
                line("history --limit 5", "--limit is about the journal.", "history --journal --limit 5"),
                line("--quiet heads --verbose", "--quiet and --verbose exclude each other.", "away"),
                line("db url --url postgres://a/b", "'db' is about the embedded server alone", "db --help"),
                line("upgrade --placeholder =5", "behind --placeholder is not of the form", "NAME=VALUE"),
                line("upgrade --placeholder a", "behind --placeholder is not of the form", "NAME=VALUE"),
                line(
                        "upgrade --placeholder a=1 --placeholder A=2",
                        "The placeholder ${A} is given twice.",
                        "Leave one of them away."),
                line("upgrade --lock-retries -1", "'-1' is not a count: write 0, 1, 2 or more.", "--help"),
                line("history --journal --limit -1", "'-1' is not a count", "migrations history --help"),
                line("heads --log-file ''", "--log-file is empty.", "--log-file FILE"),
                line(
                        "heads --log-level loud",
                        "'loud' is no value of --log-level: write error, warn, info, debug or trace.",
                        "heads --help"),
                line("upgrade --sql --from FOLDER/none head", "it does not exist", "migrations current --output json"),
                line("upgrade --plan FOLDER/none", "it does not exist", "migrations plan -o "),
                line("upgrade --plan FOLDER", "it is a folder", "migrations plan -o plan.json"));
    }

    static Stream<Case> targets() {
        return Stream.of(
                online("upgrade -1", 2, "invalid-target", "-1 goes down.", "migrations downgrade"),
                online("upgrade base", 2, "invalid-target", "upgrade goes up.", "migrations downgrade base"),
                online("downgrade +1", 2, "invalid-target", "+1 goes up.", "migrations upgrade +1"),
                online(
                        "downgrade alpha",
                        2,
                        "invalid-target",
                        "how far down should it go?",
                        "migrations downgrade alpha@-1"),
                online("downgrade -5", 2, "invalid-target", "only 3 are applied", "migrations downgrade base"),
                online("downgrade alpha@-5", 2, "invalid-target", "only 2", "migrations downgrade alpha@base"),
                online("upgrade nope", 2, "unknown-module", "There is no module 'nope'.", "migrations heads"),
                online("upgrade alpha@9", 2, "unknown-revision", "'alpha@9'", "migrations history"),
                online("upgrade ''", 2, "invalid-target", "'' is not a target.", "migrations heads"),
                online("history nope", 2, "unknown-module", "The modules are: alpha, beta.", "migrations heads"),
                online("rebase nope", 2, "unknown-module", "There is no module 'nope'.", "migrations heads"),
                online("plan downgrade", 2, "invalid-target", "0 are given", "migrations plan downgrade -1"),
                online("plan downgrade -1 -2", 2, "invalid-target", "2 are given", "migrations plan downgrade -1"),
                online(
                        "plan -o FOLDER/none/p.json",
                        2,
                        "invalid-option",
                        "The plan cannot be written to 'FOLDER/none",
                        "-o"),
                online(
                        "stamp alpha@2 alpha@1",
                        2,
                        "invalid-target",
                        "Two targets for the module alpha: alpha@2 and alpha@1.",
                        "Leave one of them away."),
                online("stamp head base", 2, "invalid-target", "Two targets for the module alpha: head and", "away"),
                online("upgrade alpha@1 alpha@2", 2, "invalid-target", "Two targets for the module alpha", "away"),
                online("upgrade head alpha@1", 2, "invalid-target", "Two targets for the module alpha", "away"),
                online("upgrade +1 +2", 2, "invalid-target", "Two targets: +1 and +2.", "away"),
                online("repair alpha@9", 2, "unknown-revision", "There is no migration 'alpha@9'", "history alpha"),
                online("show alpha@R__none", 2, "unknown-revision", "There is no migration 'alpha@R__none'", "history"),
                online("downgrade alpha@base", 6, "cascade-required", "beta@1", "--cascade"));
    }

    @BeforeAll
    static void prepare() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("file"), "");
        modules = new TwoModules(folder);
        assertThat(modules.run("upgrade").status()).isZero();
    }

    @AfterAll
    static void end() {
        modules.close();
    }

    @ParameterizedTest
    @MethodSource({"lines", "optionsThatDoNotGoTogether", "targets"})
    void namesWhatIsWrongAndWhatHelps(Case one) {
        Answer answer = answer(List.of(), one);
        assertThat(answer.err())
                .startsWith("error: " + one.code() + ": ")
                .contains(inFolder(one.message()))
                .doesNotContain("\tat ", "Exception:");
        assertThat(answer.err().lines().filter(each -> each.startsWith("  help: ")))
                .singleElement()
                .asString()
                .contains(inFolder(one.remedy()));
        assertThat(answer.out()).isEmpty();
        assertThat(answer.status()).isEqualTo(one.status());
    }

    @ParameterizedTest
    @MethodSource({"lines", "optionsThatDoNotGoTogether", "targets"})
    void saysTheSameInJson(Case one) {
        if (one.args().contains("--output")) {
            return; // it is what is mistyped
        }
        Answer answer = answer(List.of("--output", "json"), one);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asString()).isEqualTo(one.code());
        assertThat(error.path("message").asString()).contains(inFolder(one.message()));
        assertThat(error.path("remedy").asString()).isNotBlank().contains(inFolder(one.remedy()));
        assertThat(answer.status()).isEqualTo(one.status());
    }

    private static Answer answer(List<String> first, Case one) {
        List<String> args = new ArrayList<>(first);
        one.args().stream().map(ARefusedCommandTest::inFolder).forEach(args::add);
        if (one.withDatabase()) {
            args.addAll(modules.modulesOption());
            args.addAll(modules.connection());
        }
        return Answer.of(args);
    }

    private static String inFolder(String text) {
        return text.replace(FOLDER, folder.toString());
    }
}
