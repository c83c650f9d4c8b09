/** What tables, columns, constraints and indexes are called: one strategy for all modules. */
@NullMarked
package io.stockassistant.shared.naming;

import org.jspecify.annotations.NullMarked;
