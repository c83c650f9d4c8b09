/** Which modules there are: found on the class path, in a folder or in jars, checked, and put in order. */
@NullMarked
package io.stockassistant.migrations.module;

import org.jspecify.annotations.NullMarked;
