package io.stockassistant.llmplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.llmplatform.LlmContext;
import io.stockassistant.llmplatform.model.application.ActivateModel;
import io.stockassistant.llmplatform.model.application.ChangeModel;
import io.stockassistant.llmplatform.model.application.ChooseModel;
import io.stockassistant.llmplatform.model.application.DeactivateModel;
import io.stockassistant.llmplatform.model.application.RegisterModel;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("llm-platform")
final class ModelsTest {

    private final LlmContext context;
    private final JdbcClient jdbc;
    private final Models models;
    private final RegisterModel register;
    private final ChangeModel change;
    private final ChooseModel choose;

    ModelsTest(DataSource source) {
        this.context = new LlmContext(source, LlmContext.V1);
        this.jdbc = context.get(JdbcClient.class);
        this.models = context.get(Models.class);
        this.register = context.get(RegisterModel.class);
        this.change = context.get(ChangeModel.class);
        this.choose = context.get(ChooseModel.class);
    }

    @BeforeEach
    void begin() {
        jdbc.sql("DELETE FROM llm_platform.llm_configs").update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aRegisteredOneIsFoundAsItWasGiven() {
        ModelDetails details = new ModelDetails(
                "acme", "chat", ProviderKey.of("sk"), "https://acme.example", "large", "slow", 3, Set.of("a", "b\"'"));

        ModelConfiguration made = register.register("acme", details);

        assertThat(made.details()).isEqualTo(details);
        assertThat(made.active()).isTrue();
        assertThat(models.find("acme")).contains(made);
        assertThat(models.find("other")).isEmpty();
    }

    @Test
    void aTakenAliasIsRefused() {
        register.register("acme", LlmContext.details("sk", 0));

        assertThatThrownBy(() -> register.register("acme", LlmContext.details("sk", 1)))
                .isInstanceOf(ModelExists.class)
                .hasMessageContaining("'acme'");
        assertThat(models.get("acme").details().priority()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b"})
    void oneWithoutANameAKeyOrATagIsRefused(String blank) {
        assertThatThrownBy(() -> register.register(blank, LlmContext.details("sk", 0)))
                .isInstanceOf(InvalidModel.class);
        assertThatThrownBy(() -> LlmContext.details(blank, 0)).isInstanceOf(InvalidModel.class);
        assertThatThrownBy(() -> LlmContext.details("sk", 0, blank)).isInstanceOf(InvalidModel.class);
    }

    @Test
    void allAreListedPageByPage() {
        for (String alias : List.of("c", "a", "b")) {
            register.register(alias, LlmContext.details("sk", 0));
        }

        assertThat(models.listAfter("", 2))
                .extracting(ModelConfiguration::alias)
                .containsExactly("a", "b");
        assertThat(models.listAfter("b", 2))
                .extracting(ModelConfiguration::alias)
                .containsExactly("c");
    }

    @Test
    void aListingOutsideATransactionKeepsNoConnection() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(models.listAfter("", 2)).isEmpty();
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (others() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(others()).isZero();
    }

    private long others() {
        return context.get(JdbcClient.class)
                .sql("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    @Test
    void theOneWithTheTagAndTheGreatestPriorityIsChosen() {
        register.register("low", LlmContext.details("sk", 1, "fast", "cheap"));
        register.register("high", LlmContext.details("sk", 9, "fast"));
        register.register("also-high", LlmContext.details("sk", 9, "fast"));
        register.register("reserve", LlmContext.details("sk", -1, "cheap"));
        register.register("other", LlmContext.details("sk", 99, "fastest"));

        assertThat(choose.choose("fast").alias()).isEqualTo("also-high");
        context.get(DeactivateModel.class).deactivate("also-high");
        assertThat(choose.choose("fast").alias()).isEqualTo("high");
        context.get(DeactivateModel.class).deactivate("high");
        assertThat(choose.choose("fast").alias()).isEqualTo("low");
        context.get(ActivateModel.class).activate("high");
        assertThat(choose.choose("fast").alias()).isEqualTo("high");
        assertThatThrownBy(() -> choose.choose("wise"))
                .isInstanceOf(NoModelFits.class)
                .hasMessageContaining("'wise'");
    }

    @Test
    void whatARowLeavesOpenIsOrdinaryWithoutTagsAndNotActive() {
        register.register("bare", LlmContext.details("sk", 5, "x"));
        jdbc.sql("UPDATE llm_platform.llm_configs SET priority = NULL, tags = NULL, is_active = NULL,"
                        + " updated_at = NULL")
                .update();

        ModelConfiguration bare = models.get("bare");
        assertThat(bare.details().priority()).isZero();
        assertThat(bare.details().tags()).isEmpty();
        assertThat(bare.active()).isFalse();
        assertThat(bare.updatedAt()).isNull();
        assertThat(models.findBest("x")).isEmpty();

        change.change(bare, LlmContext.details("sk", 1, "x"));
        context.get(ActivateModel.class).activate("bare");
        assertThat(models.findBest("x")).contains(models.get("bare"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"x\"}", "\"x\"", "[1, null, [\"x\"]]"})
    void tagsThatSomebodyWroteOtherwiseAreNone(String json) {
        register.register("odd", LlmContext.details("sk", 5, "x"));
        jdbc.sql("UPDATE llm_platform.llm_configs SET tags = CAST(:json AS jsonb)")
                .param("json", json)
                .update();
        assertThat(models.get("odd").details().tags()).isEmpty();
        assertThat(models.findBest("x")).isEmpty();
    }

    @Test
    void ofTwoChangesOfOneStateTheSecondIsRefused() {
        ModelConfiguration seen = register.register("acme", LlmContext.details("sk", 0));
        ModelConfiguration changed = change.change(seen, LlmContext.details("sk-new", 1, "x"));

        assertThat(changed).isEqualTo(models.get("acme")).isNotEqualTo(seen);
        assertThat(changed.updatedAt()).isAfter(seen.updatedAt());
        assertThatThrownBy(() -> change.change(seen, LlmContext.details("sk", 2)))
                .isInstanceOf(ModelChangedMeanwhile.class)
                .hasMessageContaining("read it again");
        assertThat(change.change(changed, LlmContext.details("sk", 3)).details().priority())
                .isEqualTo(3);
    }

    @Test
    void aChangeFromAStateBeforeADeactivationIsRefused() {
        ModelConfiguration seen = register.register("acme", LlmContext.details("sk", 0));
        context.get(DeactivateModel.class).deactivate("acme");

        assertThatThrownBy(() -> change.change(seen, LlmContext.details("sk", 2)))
                .isInstanceOf(ModelChangedMeanwhile.class);
        ModelConfiguration now = models.get("acme");
        context.get(DeactivateModel.class).deactivate("acme");
        assertThat(models.get("acme")).isEqualTo(now);
    }

    @Test
    void unknownOnesAreRefused() {
        ModelConfiguration gone = register.register("gone", LlmContext.details("sk", 0));
        jdbc.sql("DELETE FROM llm_platform.llm_configs").update();

        assertThatThrownBy(() -> change.change(gone, gone.details())).isInstanceOf(NoSuchModel.class);
        assertThatThrownBy(() -> context.get(ActivateModel.class).activate("gone"))
                .isInstanceOf(NoSuchModel.class);
        assertThatThrownBy(() -> context.get(DeactivateModel.class).deactivate("gone"))
                .isInstanceOf(NoSuchModel.class);
        assertThatThrownBy(() -> models.get("gone"))
                .isInstanceOf(NoSuchModel.class)
                .hasMessageContaining("'gone'");
    }

    @Test
    void oneOfTwoWhoTakeAnAliasAtTheSameTimeGetsIt() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int priority : new int[] {1, 2}) {
                running.add(threads.submit(() -> {
                    start.await();
                    return registers(priority);
                }));
            }
            List<Boolean> done = List.of(running.get(0).get(), running.get(1).get());
            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(models.get("acme").details().priority()).isEqualTo(done.get(0) ? 1 : 2);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean registers(int priority) {
        try {
            register.register("acme", LlmContext.details("sk", priority));
            return true;
        } catch (ModelExists taken) {
            return false;
        }
    }

    @Test
    void oneOfTwoWhoChangeItAtTheSameTimeWins() throws Exception {
        ModelConfiguration seen = register.register("acme", LlmContext.details("sk", 0));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int priority : new int[] {1, 2}) {
                running.add(threads.submit(() -> {
                    start.await();
                    return changes(seen, priority);
                }));
            }
            List<Boolean> done = List.of(running.get(0).get(), running.get(1).get());

            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(models.get("acme").details().priority()).isEqualTo(done.get(0) ? 1 : 2);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean changes(ModelConfiguration seen, int priority) {
        try {
            change.change(seen, LlmContext.details("sk", priority));
            return true;
        } catch (ModelChangedMeanwhile lost) {
            return false;
        }
    }
}
