/** From a script between two schemas to the migrations that make the same change while people work, both ways. */
@NullMarked
package io.stockassistant.migrations.rollout;

import org.jspecify.annotations.NullMarked;
