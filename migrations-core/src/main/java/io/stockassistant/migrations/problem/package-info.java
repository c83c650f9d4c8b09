/** What can be wrong, as values: codes, exit statuses, and sentences that end with the command that helps. */
@NullMarked
package io.stockassistant.migrations.problem;

import org.jspecify.annotations.NullMarked;
