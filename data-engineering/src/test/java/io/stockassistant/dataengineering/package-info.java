/** The context as an application starts it, on a real database. */
@NullMarked
package io.stockassistant.dataengineering;

import org.jspecify.annotations.NullMarked;
