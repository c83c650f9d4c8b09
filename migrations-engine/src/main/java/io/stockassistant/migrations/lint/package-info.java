/** Judges migrations by what they were seen to do, and by what only their text shows. */
@NullMarked
package io.stockassistant.migrations.lint;

import org.jspecify.annotations.NullMarked;
