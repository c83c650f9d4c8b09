/** Reads what a project's migrations.toml says about lint. */
@NullMarked
package io.stockassistant.migrations.lint.config;

import org.jspecify.annotations.NullMarked;
