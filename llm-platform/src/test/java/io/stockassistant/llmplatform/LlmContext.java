package io.stockassistant.llmplatform;

import io.stockassistant.llmplatform.model.ModelDetails;
import io.stockassistant.llmplatform.model.ProviderKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The context as an application starts it, on a test's database and a clock that stands still. */
public final class LlmContext implements AutoCloseable {

    /** An encryption key. */
    public static final String V1 = "v1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** A later one. */
    public static final String V2 = "v2:Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=";

    /** What the clock says. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();

    /** Started with those encryption keys. */
    public LlmContext(DataSource database, String keys) {
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("llm.encryption-keys", keys)));
        spring.registerBean(DataSource.class, () -> database);
        spring.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        spring.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        spring.register(LlmPlatformConfiguration.class);
        spring.refresh();
    }

    /** The bean of that type. */
    public <T> T get(Class<T> type) {
        return spring.getBean(type);
    }

    /** Details with that key, priority and tags. */
    public static ModelDetails details(String key, int priority, String... tags) {
        return new ModelDetails("acme", "chat", ProviderKey.of(key), null, "acme-large", null, priority, Set.of(tags));
    }

    @Override
    public void close() {
        spring.close();
    }
}
