/** Whether the persistence models of a module say what its migrations have built. */
@NullMarked
package io.stockassistant.migrations.testing.models;

import org.jspecify.annotations.NullMarked;
