/** Carries out plans on throw-away databases, and reads what they leave behind. */
@NullMarked
package io.stockassistant.migrations.replay;

import org.jspecify.annotations.NullMarked;
