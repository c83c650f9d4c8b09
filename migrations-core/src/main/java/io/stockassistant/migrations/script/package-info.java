/** A migration as files: their names, headers, checksums and statements, and what can be wrong with them. */
@NullMarked
package io.stockassistant.migrations.script;

import org.jspecify.annotations.NullMarked;
