/** Proves on throw-away databases that migrations go up, down and up again, in every order that databases meet them. */
@NullMarked
package io.stockassistant.migrations.verify;

import org.jspecify.annotations.NullMarked;
