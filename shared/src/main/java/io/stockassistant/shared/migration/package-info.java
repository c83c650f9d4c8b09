/** The contract between a module that owns tables and the program that migrates them. */
@NullMarked
package io.stockassistant.shared.migration;

import org.jspecify.annotations.NullMarked;
