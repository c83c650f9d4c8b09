/** The command line as values, and what is written from them: completion for shells, and pages of the manual. */
@NullMarked
package io.stockassistant.migrations.reference;

import org.jspecify.annotations.NullMarked;
