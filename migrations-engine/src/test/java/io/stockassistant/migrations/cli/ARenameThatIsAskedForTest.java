package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sits at the terminal where {@code revision --autogenerate} cannot tell a new name from another thing. */
class ARenameThatIsAskedForTest {

    private static final String IS_TOTAL =
            "Is column orders.amount now called total (both are numeric(12,2))?" + " Otherwise it is dropped. [y/N] ";

    private final List<String> questions = new ArrayList<>();
    private ModelledModules modules;

    @BeforeEach
    void begin(@TempDir Path folder) {
        modules = ModelledModules.in(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    /** Answers are typed in this order, and then no more. */
    private Answer autogenerate(List<String> answers, String... more) {
        Deque<String> left = new ArrayDeque<>(answers);
        List<String> words = new ArrayList<>(List.of("revision", "-m", "shop", "--autogenerate", "more"));
        words.addAll(List.of(more));
        return modules.shadowed(
                question -> {
                    questions.add(question);
                    return Optional.ofNullable(left.poll());
                },
                words.toArray(String[]::new));
    }

    private String written() {
        return modules.files().read(modules.files().only("shop", "V.*__more\\.sql"));
    }

    @Test
    void keepsWhatIsInTheColumnAfterAYes() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total"));
        Answer answer = autogenerate(List.of(" Yes "));
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(questions).containsExactly(IS_TOTAL);
        assertThat(written())
                .contains("ALTER TABLE shop.orders RENAME COLUMN amount TO total;")
                .doesNotContain("DROP COLUMN");
    }

    @Test
    void dropsTheColumnAfterAnythingElseIfThatIsAllowed() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total").replace(" NOT NULL", ""));
        Answer answer = autogenerate(List.of("n"), "--allow", "DATA_LOSS");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(questions).containsExactly(IS_TOTAL);
        assertThat(written()).contains("DROP COLUMN amount", "ADD COLUMN total").doesNotContain("RENAME");
    }

    @Test
    void losesNothingWhereNobodyTypesAnything() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total"));
        var before = modules.files().files();
        Answer answer = autogenerate(List.of());
        assertThat(questions).containsExactly(IS_TOTAL);
        assertThat(answer.err()).contains("hazard-not-allowed: DATA_LOSS: All values of shop.orders.amount are gone.");
        assertThat(answer.status()).isEqualTo(6);
        assertThat(modules.files().files()).isEqualTo(before);
    }

    @Test
    void isAskedForNoMoreWhenTheNewNameIsTaken() {
        modules.ask(ModelledModules.ORDERS.replace("state text, note text", "remark text"));
        Answer answer = autogenerate(List.of("y", "y"), "--allow", "DATA_LOSS");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(questions)
                .containsExactly("Is column orders.note now called remark (both are text)? Otherwise it is dropped."
                        + " [y/N] ");
        assertThat(written()).contains("RENAME COLUMN note TO remark", "DROP COLUMN state");
    }

    /** Nothing is typed any more, and the terminal does not end the reading. */
    @Test
    void leavesNothingBehindAfterCtrlC() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total"));
        var before = modules.files().files();
        Set<String> others = throwAway();
        Set<String> ours = new HashSet<>();
        CompletableFuture<Optional<String>> nothing = new CompletableFuture<>();
        Interruption interruption = new Interruption();
        Answer answer = modules.shadowed(
                question -> {
                    ours.addAll(throwAway());
                    interruption.request();
                    return nothing.join();
                },
                interruption,
                "revision",
                "-m",
                "shop",
                "--autogenerate",
                "more");
        nothing.cancel(true);
        assertThat(answer.err()).contains("error: interrupted: Interrupted before anything was changed.");
        assertThat(answer.status())
                .isEqualTo(ProblemCode.INTERRUPTED.exitStatus().number());
        assertThat(modules.files().files()).isEqualTo(before);
        ours.removeAll(others);
        assertThat(ours).isNotEmpty();
        assertThat(throwAway()).doesNotContainAnyElementsOf(ours);
    }

    private Set<String> throwAway() {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname LIKE 'migrations\\_shadow\\_%'")) {
            Set<String> names = new HashSet<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isLeftToOptionsWhereAnswersAreForPrograms() {
        modules.ask(ModelledModules.ORDERS.replace("amount", "total"));
        Answer answer = autogenerate(List.of("y"), "--output", "json");
        assertThat(questions).isEmpty();
        assertThat(answer.json().at("/error/code").asString()).isEqualTo("rename-undecided");
        assertThat(answer.status()).isEqualTo(3);
    }
}
