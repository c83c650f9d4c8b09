package io.stockassistant.migrations.lint;

import java.util.List;

/** Looks at one statement after the other. */
public non-sealed interface StatementRule extends Rule {

    /** What there is to say about the statement of a scene. */
    List<Remark> check(Scene scene);

    /** Whether what it says is also why the statement is refused where tables have rows; then that is not said again. */
    default boolean explainsRefusal() {
        return false;
    }
}
