/** Connections as they open, are refused and are lost, on real servers and on sockets that pretend to be one. */
@NullMarked
package io.stockassistant.migrations.database;

import org.jspecify.annotations.NullMarked;
