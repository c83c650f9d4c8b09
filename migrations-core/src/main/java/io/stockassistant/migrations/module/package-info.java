/** Which modules there are: found on the class path or in a folder, checked, and put in order. */
@NullMarked
package io.stockassistant.migrations.module;

import org.jspecify.annotations.NullMarked;
