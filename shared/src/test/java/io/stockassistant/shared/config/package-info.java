/** Settings as people give them, and the database that they mean. */
@NullMarked
package io.stockassistant.shared.config;

import org.jspecify.annotations.NullMarked;
