package io.stockassistant.identityaccess.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.identityaccess.IdentityContext;
import io.stockassistant.identityaccess.audit.Actor;
import io.stockassistant.identityaccess.role.NoSuchRole;
import io.stockassistant.identityaccess.user.application.ActivateUser;
import io.stockassistant.identityaccess.user.application.AssignRole;
import io.stockassistant.identityaccess.user.application.ChangePassword;
import io.stockassistant.identityaccess.user.application.CreateUser;
import io.stockassistant.identityaccess.user.application.DeactivateUser;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("identity-access")
final class UsersTest {

    private static final Actor ANN = Actor.named("ann");
    private static final PlainPassword OLD = PlainPassword.chosen(IdentityContext.PASSWORD);
    private static final PlainPassword NEW = PlainPassword.chosen("a brand new secret");

    private final IdentityContext context;
    private final Users users;
    private final PasswordHash hash;

    UsersTest(DataSource source) {
        this.context = new IdentityContext(source);
        this.users = context.get(Users.class);
        this.hash = context.get(PasswordHash.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aCreatedUserIsFoundByNameAndNumberAndHasOnlyAHash() {
        User made =
                context.get(CreateUser.class).create(new NewUser("carl", "Carl@Example.org", OLD, "user", true), ANN);

        assertThat(users.find("carl")).contains(made);
        assertThat(users.find(made.id())).contains(made);
        assertThat(users.findByEmail("CARL@example.org")).contains(made);
        assertThat(users.findByEmail("nobody@example.org")).isEmpty();
        assertThat(made.email()).isEqualTo("carl@example.org");
        assertThat(made.active()).isTrue();
        assertThat(made.mustChangePassword()).isTrue();
        assertThat(hash.matches(OLD, made.password())).isTrue();
        assertThat(made.password().text()).doesNotContain(IdentityContext.PASSWORD);
        assertThat(audit("carl")).isEqualTo("ann/2026-03-01T10:00:00Z/ann/2026-03-01T10:00:00Z");
    }

    @Test
    void whatTheSystemMakesNamesNobody() {
        context.get(CreateUser.class)
                .create(new NewUser("first", "first@example.org", OLD, "admin", true), Actor.SYSTEM);

        assertThat(audit("first")).isEqualTo("null/2026-03-01T10:00:00Z/null/2026-03-01T10:00:00Z");
    }

    @Test
    void aTakenNameOrAddressIsRefused() {
        CreateUser create = context.get(CreateUser.class);
        context.user("dora");

        assertThatThrownBy(() -> create.create(new NewUser("dora", "other@example.org", OLD, "user", false), ANN))
                .isInstanceOf(UserExists.class)
                .hasMessageContaining("'dora'");
        assertThatThrownBy(() -> create.create(new NewUser("other", "DORA@example.org", OLD, "user", false), ANN))
                .isInstanceOf(UserExists.class)
                .hasMessageContaining("dora@example.org");
        assertThat(users.find("other")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',a@b.c", "a b,a@b.c", "-a,a@b.c", "ann,ann", "ann,@b", "ann,a@", "ann,a b@c", "ann,a\0@b"})
    void whatCannotBeAUserIsRefused(String name, String email) {
        assertThatThrownBy(() -> new NewUser(name, email, OLD, "user", false)).isInstanceOf(InvalidUser.class);
    }

    @Test
    void oneOfTwoWhoTakeANameAtTheSameTimeGetsIt() throws Exception {
        List<Boolean> done =
                together(() -> succeeds(() -> context.user("twin")), () -> succeeds(() -> context.user("twin")));

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void allAreListedPageByPage() {
        for (String name : List.of("page-c", "page-a", "page-b")) {
            context.user(name);
        }

        assertThat(users.listAfter("page-", 2)).extracting(User::username).containsExactly("page-a", "page-b");
        assertThat(users.listAfter("page-b", 1)).extracting(User::username).containsExactly("page-c");
    }

    @Test
    void anotherRoleAndBeingActiveAreRecorded() {
        User made = context.user("eve");
        context.pass(Duration.ofHours(1));

        context.get(AssignRole.class).assign("eve", "researcher", ANN);
        assertThat(users.get("eve").roleId()).isNotEqualTo(made.roleId());
        assertThat(audit("eve")).isEqualTo("admin/2026-03-01T10:00:00Z/ann/2026-03-01T11:00:00Z");

        context.get(DeactivateUser.class).deactivate("eve", ANN);
        assertThat(users.get("eve").active()).isFalse();
        context.pass(Duration.ofHours(1));
        context.get(DeactivateUser.class).deactivate("eve", Actor.named("bob"));
        assertThat(audit("eve")).endsWith("ann/2026-03-01T11:00:00Z");

        context.get(ActivateUser.class).activate("eve", Actor.named("bob"));
        assertThat(users.get("eve").active()).isTrue();
        assertThat(audit("eve")).endsWith("bob/2026-03-01T12:00:00Z");
    }

    @Test
    void unknownNamesAreRefused() {
        context.user("frank");

        assertThatThrownBy(() -> context.get(AssignRole.class).assign("nobody", "user", ANN))
                .isInstanceOf(NoSuchUser.class)
                .hasMessageContaining("'nobody'");
        assertThatThrownBy(() -> context.get(AssignRole.class).assign("frank", "king", ANN))
                .isInstanceOf(NoSuchRole.class);
        assertThatThrownBy(() -> context.user("greta", "king")).isInstanceOf(NoSuchRole.class);
        assertThat(users.find("greta")).isEmpty();
    }

    @Test
    void aChangedPasswordReplacesTheOldOneAndEndsTheDuty() {
        context.get(CreateUser.class).create(new NewUser("hans", "hans@example.org", OLD, "user", true), ANN);

        context.get(ChangePassword.class).change("hans", OLD, NEW);

        User changed = users.get("hans");
        assertThat(changed.mustChangePassword()).isFalse();
        assertThat(hash.matches(NEW, changed.password())).isTrue();
        assertThat(hash.matches(OLD, changed.password())).isFalse();
        assertThat(audit("hans")).contains("/hans/");
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsTheOldOneAndOnlyToAnother() {
        ChangePassword change = context.get(ChangePassword.class);
        context.user("ida");
        context.user("jan");
        context.get(DeactivateUser.class).deactivate("jan", ANN);

        for (String name : List.of("ida", "nobody")) {
            assertThatThrownBy(() -> change.change(name, NEW, NEW)).isInstanceOf(WrongPassword.class);
        }
        assertThatThrownBy(() -> change.change("jan", OLD, NEW)).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> change.change("ida", OLD, OLD)).isInstanceOf(UnchangedPassword.class);
        assertThat(hash.matches(OLD, users.get("ida").password())).isTrue();
    }

    @Test
    void aNameThatIsNotThereTakesAsLongAsAWrongPassword() {
        AtomicInteger slow = new AtomicInteger();
        PasswordHash counting = new PasswordHash() {
            @Override
            public HashedPassword hash(PlainPassword password) {
                slow.incrementAndGet();
                return hash.hash(password);
            }

            @Override
            public boolean matches(PlainPassword password, HashedPassword hashed) {
                slow.incrementAndGet();
                return hash.matches(password, hashed);
            }
        };
        ChangePassword change = new ChangePassword(users, counting);
        context.user("lea");
        context.user("moe");
        context.get(DeactivateUser.class).deactivate("moe", ANN);
        for (String name : List.of("lea", "moe", "nobody")) {
            slow.set(0);
            assertThatThrownBy(() -> change.change(name, NEW, NEW)).isInstanceOf(WrongPassword.class);
            assertThat(slow).as(name).hasValue(1);
        }
    }

    @Test
    void oneOfTwoWhoChangeAPasswordAtTheSameTimeWins() throws Exception {
        User seen = context.user("kim");
        HashedPassword one = hash.hash(NEW);
        HashedPassword two = hash.hash(PlainPassword.chosen("yet another secret"));

        List<Boolean> done =
                together(() -> users.changePassword(seen, one, ANN), () -> users.changePassword(seen, two, ANN));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(users.get("kim").password()).isEqualTo(done.get(0) ? one : two);
    }

    private static List<Boolean> together(Callable<Boolean> one, Callable<Boolean> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> each : List.of(one, two)) {
                running.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> each : running) {
                answers.add(answer(each));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean answer(Future<Boolean> running) throws InterruptedException, ExecutionException {
        return running.get();
    }

    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (UserExists taken) {
            return false;
        }
    }

    private String audit(String username) {
        return context.get(JdbcClient.class)
                .sql("SELECT created_by, created_time, updated_by, updated_time"
                        + " FROM identity_access.users WHERE username = :name")
                .param("name", username)
                .query((row, number) -> row.getString(1) + "/" + instant(row.getObject(2, OffsetDateTime.class)) + "/"
                        + row.getString(3) + "/" + instant(row.getObject(4, OffsetDateTime.class)))
                .single();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
