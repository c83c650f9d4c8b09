/** The PostgreSQL that this program brings along: unpacked, started, shared between processes and stopped. */
@NullMarked
package io.stockassistant.migrations.database.embedded;

import org.jspecify.annotations.NullMarked;
