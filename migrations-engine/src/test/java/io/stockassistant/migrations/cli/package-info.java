/** The command line as a user meets it: what is printed, what is returned, what a signal does. */
@NullMarked
package io.stockassistant.migrations.cli;

import org.jspecify.annotations.NullMarked;
