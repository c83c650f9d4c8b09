/** The codes of problems, as their list has them. */
@NullMarked
package io.stockassistant.migrations.problem;

import org.jspecify.annotations.NullMarked;
