/** Writes migration files: new ones from a template, newer versions for old ones, and the HEAD file that names the newest. */
@NullMarked
package io.stockassistant.migrations.authoring;

import org.jspecify.annotations.NullMarked;
