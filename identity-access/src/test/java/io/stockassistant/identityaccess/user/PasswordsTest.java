package io.stockassistant.identityaccess.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.identityaccess.user.bcrypt.BcryptPasswordHash;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

final class PasswordsTest {

    private final PasswordHash hash = new BcryptPasswordHash(4);

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("short", "less than 12"),
                Arguments.of("eleven char", "less than 12"),
                Arguments.of("a".repeat(73), "longer than 72 bytes"),
                Arguments.of("密".repeat(25), "longer than 72 bytes"),
                Arguments.of("correct horse\0battery", "control characters"),
                Arguments.of("correct horse battery\ud800", "half a character"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void oneThatCannotBeKeptIsRefusedWithoutBeingShown(String text, String reason) {
        assertThatThrownBy(() -> PlainPassword.chosen(text))
                .isInstanceOf(UnusablePassword.class)
                .hasMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(shown(text)));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "\0" : text;
    }

    @Test
    void everyByteOfTheLongestCounts() {
        HashedPassword kept = hash.hash(PlainPassword.chosen("密".repeat(24)));

        assertThat(hash.matches(PlainPassword.typed("密".repeat(24)), kept)).isTrue();
        assertThat(hash.matches(PlainPassword.typed("密".repeat(23) + "码"), kept))
                .isFalse();
    }

    @Test
    void theSameOneGivesAnotherHashEachTime() {
        PlainPassword password = PlainPassword.chosen("correct horse battery");

        assertThat(hash.hash(password)).isNotEqualTo(hash.hash(password));
    }

    @Test
    void theSameLettersFromAnotherKeyboardMatch() {
        HashedPassword kept = hash.hash(PlainPassword.chosen("caf\u00e9 cr\u00e8me noir"));

        assertThat(hash.matches(PlainPassword.typed("cafe\u0301 cre\u0300me noir"), kept))
                .isTrue();
    }

    @Test
    void aTextThatIsNoHashMatchesNothing() {
        assertThat(hash.matches(PlainPassword.typed("x"), new HashedPassword("x")))
                .isFalse();
        assertThat(hash.matches(PlainPassword.typed("x"), new HashedPassword("")))
                .isFalse();
    }

    @Test
    void neitherItNorItsHashPrintsItself() {
        PlainPassword password = PlainPassword.chosen("correct horse battery");
        HashedPassword kept = hash.hash(password);
        User user = new User(1, "ann", "ann@example.org", kept, 1, true, false);

        assertThat(new NewUser("ann", "ann@example.org", password, "user", false).toString())
                .contains("ann")
                .doesNotContain("horse");
        assertThat(user.toString()).contains("ann").doesNotContain(kept.text());
        assertThat(new JsonMapper().writeValueAsString(user)).contains("ann").doesNotContain(kept.text());
    }
}
