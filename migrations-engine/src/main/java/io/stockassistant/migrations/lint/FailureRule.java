package io.stockassistant.migrations.lint;

import java.util.List;

/** Knows why some migrations cannot run at all. */
public non-sealed interface FailureRule extends Rule {

    /** What there is to say about it; nothing if it does not know this failure. */
    List<Remark> check(FailureScene scene);
}
