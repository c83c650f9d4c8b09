/** Reads the catalogs of two sides, whatever they are given as: files, modules, databases. */
@NullMarked
package io.stockassistant.migrations.diff;

import org.jspecify.annotations.NullMarked;
