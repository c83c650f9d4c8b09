/** From the models of modules to the migrations that make their tables what they say, and whether any is missing. */
@NullMarked
package io.stockassistant.migrations.autogenerate;

import org.jspecify.annotations.NullMarked;
