/** The check of an application's database, on real ones. */
@NullMarked
package io.stockassistant.migrations.readiness;

import org.jspecify.annotations.NullMarked;
