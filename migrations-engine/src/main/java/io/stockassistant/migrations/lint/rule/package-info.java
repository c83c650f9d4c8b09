/** What lint looks for: one class a rule. */
@NullMarked
package io.stockassistant.migrations.lint.rule;

import org.jspecify.annotations.NullMarked;
