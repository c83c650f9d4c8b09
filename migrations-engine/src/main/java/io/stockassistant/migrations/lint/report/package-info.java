/** Writes what lint found in the forms that other programs read. */
@NullMarked
package io.stockassistant.migrations.lint.report;

import org.jspecify.annotations.NullMarked;
