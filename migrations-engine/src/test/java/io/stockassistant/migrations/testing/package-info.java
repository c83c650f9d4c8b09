/** What every test of the engine starts from: a real PostgreSQL, and a database of its own. */
@NullMarked
package io.stockassistant.migrations.testing;

import org.jspecify.annotations.NullMarked;
