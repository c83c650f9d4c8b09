package io.stockassistant.identityaccess.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.identityaccess.IdentityContext;
import io.stockassistant.identityaccess.apikey.application.IssueApiKey;
import io.stockassistant.identityaccess.apikey.application.RevokeApiKey;
import io.stockassistant.identityaccess.apikey.application.VerifyApiKey;
import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.NoSuchUser;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.UserInactive;
import io.stockassistant.identityaccess.user.application.DeactivateUser;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@MigratedDatabase("identity-access")
final class ApiKeysTest {

    private static final Actor ANN = Actor.named("ann");

    private final IdentityContext context;
    private final ApiKeys keys;
    private final IssueApiKey issue;
    private final VerifyApiKey verify;

    ApiKeysTest(DataSource source) {
        this.context = new IdentityContext(source);
        this.keys = context.get(ApiKeys.class);
        this.issue = context.get(IssueApiKey.class);
        this.verify = context.get(VerifyApiKey.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void anIssuedKeySpeaksForItsUser() {
        User user = context.user("ada");

        IssuedApiKey key = issue.issue("ada", "laptop", null, ANN);

        assertThat(verify.verify(key.accessKey(), key.secret())).isEqualTo(user);
        assertThat(verify.verify(key.accessKey(), ApiKeySecret.of(key.secret().reveal())))
                .isEqualTo(user);
        assertThat(keys.listOf(user.id())).containsExactly(keys.get(key.accessKey()));
        assertThat(keys.get(key.accessKey()).name()).isEqualTo("laptop");
    }

    @Test
    void theSecretIsStoredNowhereAndPrintedNowhere() {
        context.user("ben");

        IssuedApiKey key = issue.issue("ben", null, null, ANN);

        String row = context.get(JdbcClient.class)
                .sql("SELECT k::text FROM identity_access.api_keys k WHERE access_key = :key")
                .param("key", key.accessKey())
                .query(String.class)
                .single();
        assertThat(row).contains("sha256:").doesNotContain(key.secret().reveal());
        assertThat(key.toString())
                .contains(key.accessKey())
                .doesNotContain(key.secret().reveal());
        ApiKey stored = keys.get(key.accessKey());
        assertThat(stored.toString()).doesNotContain(stored.secret().text());
        assertThat(new JsonMapper().writeValueAsString(stored))
                .contains(key.accessKey())
                .doesNotContain(stored.secret().text());
        assertThat(new JsonMapper().writeValueAsString(key))
                .doesNotContain(key.secret().reveal());
    }

    @Test
    void everyKeyIsAnother() {
        context.user("cas");
        IssuedApiKey one = issue.issue("cas", null, null, ANN);
        IssuedApiKey two = issue.issue("cas", null, null, ANN);

        assertThat(one.accessKey()).isNotEqualTo(two.accessKey());
        assertThat(one.secret().reveal()).isNotEqualTo(two.secret().reveal()).hasSizeGreaterThan(43);
        refused(one.accessKey(), two.secret());
    }

    @Test
    void unknownWrongExpiredRevokedAndIdleAreRefusedAlike() {
        context.user("dan");
        context.user("dee");
        IssuedApiKey key = issue.issue("dan", null, null, ANN);
        IssuedApiKey brief = issue.issue("dan", null, context.now().plusSeconds(60), ANN);
        IssuedApiKey revoked = issue.issue("dan", null, null, ANN);
        IssuedApiKey idle = issue.issue("dee", null, null, ANN);
        context.get(RevokeApiKey.class).revoke(revoked.accessKey(), ANN);
        context.get(DeactivateUser.class).deactivate("dee", ANN);

        context.pass(Duration.ofSeconds(59));
        verify.verify(brief.accessKey(), brief.secret());
        context.pass(Duration.ofSeconds(1));

        refused("ak_unknown", key.secret());
        refused(key.accessKey(), ApiKeySecret.of(""));
        refused(
                key.accessKey(),
                ApiKeySecret.of(keys.get(key.accessKey()).secret().text()));
        refused(brief.accessKey(), brief.secret());
        refused(revoked.accessKey(), revoked.secret());
        refused(idle.accessKey(), idle.secret());
        assertThat(keys.get(idle.accessKey()).lastUsedAt()).isNull();
    }

    private void refused(String accessKey, ApiKeySecret secret) {
        assertThatThrownBy(() -> verify.verify(accessKey, secret))
                .isInstanceOf(ApiKeyRefused.class)
                .hasMessage(new ApiKeyRefused().getMessage());
    }

    @Test
    void theLastUseIsKeptToTheMinute() {
        context.user("eli");
        IssuedApiKey key = issue.issue("eli", null, null, ANN);
        Instant first = context.now();
        assertThat(keys.get(key.accessKey()).lastUsedAt()).isNull();

        verify.verify(key.accessKey(), key.secret());
        assertThat(keys.get(key.accessKey()).lastUsedAt()).isEqualTo(first);

        context.pass(Duration.ofSeconds(59));
        verify.verify(key.accessKey(), key.secret());
        assertThat(keys.get(key.accessKey()).lastUsedAt()).isEqualTo(first);

        context.pass(Duration.ofSeconds(1));
        verify.verify(key.accessKey(), key.secret());
        assertThat(keys.get(key.accessKey()).lastUsedAt()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void aRevokedKeyStaysRevokedByWhoDidItFirst() {
        context.user("fay");
        IssuedApiKey key = issue.issue("fay", null, null, ANN);

        context.get(RevokeApiKey.class).revoke(key.accessKey(), ANN);
        context.get(RevokeApiKey.class).revoke(key.accessKey(), Actor.named("bob"));

        assertThat(keys.get(key.accessKey()).active()).isFalse();
        assertThat(context.get(JdbcClient.class)
                        .sql("SELECT updated_by FROM identity_access.api_keys WHERE access_key = :key")
                        .param("key", key.accessKey())
                        .query(String.class)
                        .single())
                .isEqualTo("ann");
    }

    @Test
    void aKeyThatIsRevokedWhileItIsVerifiedIsRefused() throws Exception {
        context.user("hal");
        IssuedApiKey key = issue.issue("hal", null, null, ANN);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<User> verified = new TransactionTemplate(context.get(PlatformTransactionManager.class))
                    .execute(transaction -> {
                        context.get(RevokeApiKey.class).revoke(key.accessKey(), ANN);
                        Future<User> beside = other.submit(() -> verify.verify(key.accessKey(), key.secret()));
                        awaitSomebodyWaiting();
                        return beside;
                    });
            assertThatThrownBy(verified::get).hasCauseInstanceOf(ApiKeyRefused.class);
            assertThat(keys.get(key.accessKey()).lastUsedAt()).isNull();
        } finally {
            other.shutdownNow();
        }
    }

    private void awaitSomebodyWaiting() {
        // Over a connection of its own: within a transaction the server shows the same picture again and again.
        JdbcClient jdbc = JdbcClient.create(new DelegatingDataSource(context.get(DataSource.class)));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            long waiting = jdbc.sql("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits for a lock");
    }

    @Test
    void whatCannotBeIssuedOrRevokedIsRefused() {
        context.user("gus");
        context.user("idle");
        context.get(DeactivateUser.class).deactivate("idle", ANN);

        assertThatThrownBy(() -> issue.issue("nobody", null, null, ANN)).isInstanceOf(NoSuchUser.class);
        assertThatThrownBy(() -> issue.issue("idle", null, null, ANN)).isInstanceOf(UserInactive.class);
        assertThatThrownBy(() -> issue.issue("gus", null, context.now(), ANN)).isInstanceOf(ExpiryInThePast.class);
        assertThatThrownBy(() -> issue.issue("gus", "x".repeat(101), null, ANN)).isInstanceOf(InvalidKeyName.class);
        assertThatThrownBy(() -> context.get(RevokeApiKey.class).revoke("ak_unknown", ANN))
                .isInstanceOf(NoSuchApiKey.class);
        assertThat(keys.find("ak_unknown")).isEmpty();
    }
}
