package io.stockassistant.shared.config;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Two settings that name the same thing must name it alike: to prefer one in silence is to migrate the wrong one. */
final class Agreement {

    private Agreement() {}

    static <T> void check(String what, Named<T> one, Named<T> other, BiPredicate<T, T> equal) {
        if (!equal.test(one.value(), other.value())) {
            throw ConfigurationException.invalid(
                    // a password is masked here, by its own text
                    "Two settings disagree about the " + what + ": " + one.by() + " says " + one.value() + ", "
                            + other.by() + " says " + other.value() + ".",
                    "Unset one of them, or make them name the same database; --url overrides both.");
        }
    }

    static <T> @Nullable Named<T> either(String what, @Nullable Named<T> one, @Nullable Named<T> other) {
        if (one != null && other != null) {
            check(what, one, other, Object::equals);
        }
        return one != null ? one : other;
    }
}
