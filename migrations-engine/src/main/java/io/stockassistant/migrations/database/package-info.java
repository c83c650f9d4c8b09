/** Reaching the database: opening connections, and saying in a sentence why one was refused or lost. */
@NullMarked
package io.stockassistant.migrations.database;

import org.jspecify.annotations.NullMarked;
