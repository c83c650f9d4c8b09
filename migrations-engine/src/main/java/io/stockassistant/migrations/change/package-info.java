/** From two databases to the statements that lead from one to the other, and the proof that they do. */
@NullMarked
package io.stockassistant.migrations.change;

import org.jspecify.annotations.NullMarked;
