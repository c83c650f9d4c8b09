/** What is left of a database when something breaks while migrations run: nothing lost, nothing twice. */
@NullMarked
package io.stockassistant.migrations.faults;

import org.jspecify.annotations.NullMarked;
