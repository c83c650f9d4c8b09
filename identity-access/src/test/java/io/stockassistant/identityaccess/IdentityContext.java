package io.stockassistant.identityaccess;

import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.user.NewUser;
import io.stockassistant.identityaccess.user.PlainPassword;
import io.stockassistant.identityaccess.user.User;
import io.stockassistant.identityaccess.user.application.CreateUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The context as an application starts it, on a test's database and by a clock that the test sets. */
public final class IdentityContext implements AutoCloseable {

    /** A good password. */
    public static final String PASSWORD = "correct horse battery";

    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final SetClock clock = new SetClock();

    /** Started. */
    public IdentityContext(DataSource database) {
        spring.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("identity.bcrypt-cost", "4")));
        spring.registerBean(DataSource.class, () -> database);
        spring.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        spring.registerBean(Clock.class, () -> clock);
        spring.register(IdentityAccessConfiguration.class);
        spring.refresh();
    }

    /** The bean of that type. */
    public <T> T get(Class<T> type) {
        return spring.getBean(type);
    }

    /** What the context's clock says. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** A user of the role user. */
    public User user(String name) {
        return user(name, "user");
    }

    /** A user of that role. */
    public User user(String name, String role) {
        return get(CreateUser.class)
                .create(
                        new NewUser(name, name + "@example.org", PlainPassword.chosen(PASSWORD), role, false),
                        Actor.named("admin"));
    }

    @Override
    public void close() {
        spring.close();
    }

    private static final class SetClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
