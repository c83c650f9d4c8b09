/** Whether an application finds the database that it needs when it starts, and what to do if not. */
@NullMarked
package io.stockassistant.migrations.readiness;

import org.jspecify.annotations.NullMarked;
