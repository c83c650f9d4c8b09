package io.stockassistant.llmplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.llmplatform.LlmContext;
import io.stockassistant.llmplatform.encryption.UnreadableSecret;
import io.stockassistant.llmplatform.model.application.ChangeModel;
import io.stockassistant.llmplatform.model.application.ChooseModel;
import io.stockassistant.llmplatform.model.application.RegisterModel;
import io.stockassistant.migrations.testing.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@MigratedDatabase("llm-platform")
final class KeysOfModelsTest {

    private static final String SECRET = "sk-live-4711";

    private final DataSource source;
    private final JdbcClient jdbc;

    KeysOfModelsTest(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    @Test
    void areEncryptedAtRest() {
        try (LlmContext context = new LlmContext(source, LlmContext.V1)) {
            context.get(RegisterModel.class).register("rest", LlmContext.details(SECRET, 0));

            assertThat(jdbc.sql("SELECT c::text FROM llm_platform.llm_configs c WHERE alias = 'rest'")
                            .query(String.class)
                            .single())
                    .doesNotContain(SECRET);
            assertThat(stored("rest")).startsWith("v1:");
            assertThat(context.get(Models.class).get("rest").details().key().reveal())
                    .isEqualTo(SECRET);
        }
    }

    @Test
    void moveToTheNewestEncryptionKeyWhenTheModelIsChanged() {
        try (LlmContext context = new LlmContext(source, LlmContext.V1)) {
            context.get(RegisterModel.class).register("old", LlmContext.details(SECRET, 0));
        }
        try (LlmContext context = new LlmContext(source, LlmContext.V1 + "," + LlmContext.V2)) {
            ModelConfiguration seen = context.get(Models.class).get("old");
            assertThat(seen.details().key().reveal()).isEqualTo(SECRET);
            assertThat(stored("old")).startsWith("v1:");

            context.get(ChangeModel.class).change(seen, seen.details());
        }
        try (LlmContext context = new LlmContext(source, LlmContext.V2)) {
            assertThat(stored("old")).startsWith("v2:");
            assertThat(context.get(Models.class).get("old").details().key().reveal())
                    .isEqualTo(SECRET);
        }
    }

    @Test
    void cannotBeMovedToAnotherModel() {
        try (LlmContext context = new LlmContext(source, LlmContext.V1)) {
            context.get(RegisterModel.class).register("mine", LlmContext.details(SECRET, 0));
            context.get(RegisterModel.class).register("yours", LlmContext.details("sk-other", 0));
            jdbc.sql("UPDATE llm_platform.llm_configs SET api_key = :key WHERE alias = 'yours'")
                    .param("key", stored("mine"))
                    .update();

            ModelConfiguration yours = context.get(Models.class).get("yours");
            assertThatThrownBy(() -> yours.details().key().reveal()).isInstanceOf(UnreadableSecret.class);
            assertThat(yours.toString()).contains("key=******");
            jdbc.sql("DELETE FROM llm_platform.llm_configs WHERE alias = 'yours'")
                    .update();
        }
    }

    @Test
    void thatCannotBeReadHideNoOtherModelAndAreEnteredAgain() {
        try (LlmContext context = new LlmContext(source, LlmContext.V1)) {
            context.get(RegisterModel.class).register("lost", LlmContext.details(SECRET, 0, "lost"));
        }
        try (LlmContext context = new LlmContext(source, LlmContext.V2)) {
            context.get(RegisterModel.class).register("lost-not", LlmContext.details(SECRET, -1, "lost"));
            assertThat(context.get(Models.class).listAfter("lor", 2))
                    .extracting(ModelConfiguration::alias)
                    .containsExactly("lost", "lost-not");

            ModelConfiguration lost = context.get(ChooseModel.class).choose("lost");
            assertThat(lost.details().key()).isNotEqualTo(ProviderKey.of(SECRET));
            assertThatThrownBy(() -> context.get(ChangeModel.class).change(lost, lost.details()))
                    .isInstanceOf(UnreadableSecret.class)
                    .hasMessageContainingAll("'lost'", "v1 is not configured");
            ModelConfiguration again = context.get(ChangeModel.class).change(lost, LlmContext.details("sk-new", 0));
            assertThat(again.details().key().reveal()).isEqualTo("sk-new");
        }
    }

    @Test
    void areMaskedInTextAndJson() {
        ModelConfiguration model = new ModelConfiguration("shown", LlmContext.details(SECRET, 0), true, LlmContext.NOW);

        assertThat(model.toString()).contains("shown", "key=******").doesNotContain(SECRET);
        assertThat(JsonMapper.builder().findAndAddModules().build().writeValueAsString(model))
                .contains("\"alias\":\"shown\"", "\"key\":\"******\"")
                .doesNotContain(SECRET);
        assertThat(new JsonMapper().writeValueAsString(model)).contains("shown").doesNotContain(SECRET);
    }

    @Test
    void needAConfiguredEncryptionKey() {
        assertThatThrownBy(() -> new LlmContext(source, "")).rootCause().hasMessageContaining("LLM_ENCRYPTION_KEYS");
    }

    private String stored(String alias) {
        return jdbc.sql("SELECT api_key FROM llm_platform.llm_configs WHERE alias = :alias")
                .param("alias", alias)
                .query(String.class)
                .single();
    }
}
