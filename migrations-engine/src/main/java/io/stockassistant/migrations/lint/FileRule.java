package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.problem.Problem;

/** Looks at a file that is refused before anything of it runs. */
public non-sealed interface FileRule extends Rule {

    /** Whether a problem of the file is what it is about. */
    boolean concerns(Problem problem);
}
