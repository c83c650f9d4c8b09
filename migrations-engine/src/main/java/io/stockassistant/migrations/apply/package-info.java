/** Carries out a plan: the run's lock, one transaction a step, and a report of what happened. */
@NullMarked
package io.stockassistant.migrations.apply;

import org.jspecify.annotations.NullMarked;
