/** From files, histories and a target to an ordered list of steps: pure functions, without a database. */
@NullMarked
package io.stockassistant.migrations.plan;

import org.jspecify.annotations.NullMarked;
