package io.stockassistant.llmplatform.model.persistence;

import io.stockassistant.llmplatform.encryption.AesGcm;
import io.stockassistant.llmplatform.encryption.UnreadableSecret;
import io.stockassistant.llmplatform.model.ModelChangedMeanwhile;
import io.stockassistant.llmplatform.model.ModelConfiguration;
import io.stockassistant.llmplatform.model.ModelDetails;
import io.stockassistant.llmplatform.model.ModelExists;
import io.stockassistant.llmplatform.model.Models;
import io.stockassistant.llmplatform.model.NoSuchModel;
import io.stockassistant.llmplatform.model.ProviderKey;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes model configurations; their keys are encrypted on the way in and decrypted on the way out. */
final class ModelsJdbc implements Models {

    private final JdbcClient jdbc;
    private final ModelMapper mapper;
    private final AesGcm cipher;
    private final Clock clock;

    ModelsJdbc(JdbcClient jdbc, ModelMapper mapper, AesGcm cipher, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public ModelConfiguration add(String alias, ModelDetails details) {
        try {
            return read(written(
                            "INSERT INTO llm_platform.llm_configs (alias, vendor, provider_type, api_key, base_url,"
                                    + " model_name, description, priority, tags, is_active, created_at, updated_at)"
                                    + " VALUES (:alias, :vendor, :providerType, :key, :baseUrl,"
                                    + " :modelName, :description, :priority, :tags::jsonb, true, :now, :now)"
                                    + " RETURNING *",
                            alias,
                            details,
                            now())
                    .query(LlmConfigModel.class)
                    .single());
        } catch (DuplicateKeyException taken) {
            throw new ModelExists(alias, taken);
        }
    }

    @Override
    public ModelConfiguration change(ModelConfiguration seen, ModelDetails details) {
        return written(
                        "UPDATE llm_platform.llm_configs SET vendor = :vendor, provider_type = :providerType,"
                                + " api_key = :key, base_url = :baseUrl, model_name = :modelName,"
                                + " description = :description, priority = :priority, tags = :tags::jsonb,"
                                + " updated_at = :now"
                                + " WHERE alias = :alias AND updated_at IS NOT DISTINCT FROM :seen RETURNING *",
                        seen.alias(),
                        details,
                        after(seen.updatedAt()))
                .param("seen", utc(seen.updatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(LlmConfigModel.class)
                .optional()
                .map(this::read)
                .orElseThrow(() ->
                        exists(seen.alias()) ? new ModelChangedMeanwhile(seen.alias()) : new NoSuchModel(seen.alias()));
    }

    private JdbcClient.StatementSpec written(String sql, String alias, ModelDetails details, Instant time) {
        return jdbc.sql(sql)
                .param("alias", alias)
                .param("vendor", details.vendor())
                .param("providerType", details.providerType())
                .param("key", cipher.seal(alias, details.key().reveal()))
                .param("baseUrl", details.baseUrl())
                .param("modelName", details.modelName())
                .param("description", details.description())
                .param("priority", details.priority())
                .param("tags", Tags.write(details.tags()))
                .param("now", utc(time));
    }

    @Override
    public Optional<ModelConfiguration> find(String alias) {
        return jdbc.sql("SELECT * FROM llm_platform.llm_configs WHERE alias = :alias")
                .param("alias", alias)
                .query(LlmConfigModel.class)
                .optional()
                .map(this::read);
    }

    @Override
    public List<ModelConfiguration> listAfter(String alias, int limit) {
        return jdbc
                .sql("SELECT * FROM llm_platform.llm_configs WHERE alias > :after ORDER BY alias LIMIT :limit")
                .param("after", alias)
                .param("limit", limit)
                .query(LlmConfigModel.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    @Override
    public Optional<ModelConfiguration> findBest(String tag) {
        return jdbc.sql("SELECT * FROM llm_platform.llm_configs"
                        + " WHERE is_active AND tags @> jsonb_build_array(:tag::text)"
                        + " ORDER BY coalesce(priority, 0) DESC, alias LIMIT 1")
                .param("tag", tag)
                .query(LlmConfigModel.class)
                .optional()
                .map(this::read);
    }

    @Override
    public void setActive(String alias, boolean active) {
        int changed = jdbc.sql("UPDATE llm_platform.llm_configs SET is_active = :active,"
                        + " updated_at = greatest(:now, updated_at + interval '1 microsecond')"
                        + " WHERE alias = :alias AND is_active IS DISTINCT FROM :active")
                .param("alias", alias)
                .param("active", active)
                .param("now", utc(now()))
                .update();
        if (changed == 0 && !exists(alias)) {
            throw new NoSuchModel(alias);
        }
    }

    private boolean exists(String alias) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM llm_platform.llm_configs WHERE alias = :alias)")
                .param("alias", alias)
                .query(Boolean.class)
                .single();
    }

    private ModelConfiguration read(LlmConfigModel model) {
        return mapper.toConfiguration(model, mapper.toDetails(model, key(model), Tags.read(model.tags())));
    }

    private ProviderKey key(LlmConfigModel model) {
        try {
            return ProviderKey.of(cipher.open(model.alias(), model.apiKey()));
        } catch (UnreadableSecret unreadable) {
            return ProviderKey.unreadable(unreadable);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Two changes in one microsecond, or on a clock that was set back, must still differ in their times. */
    private Instant after(@Nullable Instant seen) {
        Instant now = now();
        return seen == null || now.isAfter(seen) ? now : seen.plus(1, ChronoUnit.MICROS);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
