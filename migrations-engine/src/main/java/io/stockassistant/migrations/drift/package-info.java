/** Compares a database in use with what its applied migrations build on a throw-away one. */
@NullMarked
package io.stockassistant.migrations.drift;

import org.jspecify.annotations.NullMarked;
