package io.stockassistant.migrations.lint;

import java.util.List;

/** Looks at a migration as a whole. */
public non-sealed interface MigrationRule extends Rule {

    /** What there is to say about it. */
    List<Remark> check(MigrationScene scene);
}
