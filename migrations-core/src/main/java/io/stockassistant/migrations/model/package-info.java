/** The persistence models of modules, and the tables that they ask for. */
@NullMarked
package io.stockassistant.migrations.model;

import org.jspecify.annotations.NullMarked;
