package io.stockassistant.identityaccess.apikey.persistence;

import io.stockassistant.identityaccess.apikey.ApiKey;
import io.stockassistant.identityaccess.apikey.ApiKeys;
import io.stockassistant.identityaccess.apikey.NewApiKey;
import io.stockassistant.identityaccess.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes API keys. */
final class ApiKeysJdbc implements ApiKeys {

    private final JdbcClient jdbc;
    private final ApiKeyMapper mapper;
    private final Clock clock;

    ApiKeysJdbc(JdbcClient jdbc, ApiKeyMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public ApiKey add(NewApiKey key, Actor actor) {
        return mapper.toApiKey(jdbc.sql("INSERT INTO identity_access.api_keys"
                        + " (user_id, access_key, secret_key, name, expires_at,"
                        + " created_by, created_time, updated_by, updated_time)"
                        + " VALUES (:user, :accessKey, :secret, :name, :expires, :actor, :now, :actor, :now)"
                        + " RETURNING *")
                .param("user", key.userId())
                .param("accessKey", key.accessKey())
                .param("secret", key.secret().text())
                .param("name", key.name())
                .param("expires", utc(key.expiresAt()))
                .param("actor", actor.username())
                .param("now", OffsetDateTime.now(clock))
                .query(ApiKeyModel.class)
                .single());
    }

    @Override
    public Optional<ApiKey> find(String accessKey) {
        return jdbc.sql("SELECT * FROM identity_access.api_keys WHERE access_key = :accessKey")
                .param("accessKey", accessKey)
                .query(ApiKeyModel.class)
                .optional()
                .map(mapper::toApiKey);
    }

    @Override
    public List<ApiKey> listOf(int userId) {
        return jdbc
                .sql("SELECT * FROM identity_access.api_keys WHERE user_id = :user ORDER BY id")
                .param("user", userId)
                .query(ApiKeyModel.class)
                .list()
                .stream()
                .map(mapper::toApiKey)
                .toList();
    }

    @Override
    public boolean used(ApiKey key, Instant time) {
        return jdbc.sql("UPDATE identity_access.api_keys SET last_used_at = greatest(last_used_at, :time)"
                                + " WHERE id = :id AND is_active")
                        .param("id", key.id())
                        .param("time", utc(time))
                        .update()
                == 1;
    }

    @Override
    public void revoke(ApiKey key, Actor actor) {
        jdbc.sql("UPDATE identity_access.api_keys SET is_active = false, updated_by = :actor, updated_time = :now"
                        + " WHERE id = :id AND is_active")
                .param("id", key.id())
                .param("actor", actor.username())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
