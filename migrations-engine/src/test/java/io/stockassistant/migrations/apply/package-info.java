/** The engine at work on a real PostgreSQL: what a run does, what it leaves behind, and what stock Flyway says to it. */
@NullMarked
package io.stockassistant.migrations.apply;

import org.jspecify.annotations.NullMarked;
