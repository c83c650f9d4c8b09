/** From the models of a module to the migration that makes its tables what they say. */
@NullMarked
package io.stockassistant.migrations.autogenerate;

import org.jspecify.annotations.NullMarked;
