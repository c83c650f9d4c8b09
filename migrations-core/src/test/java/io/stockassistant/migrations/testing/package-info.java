/** What tests of several modules share. */
@NullMarked
package io.stockassistant.migrations.testing;

import org.jspecify.annotations.NullMarked;
