/** What a listed stock is, and the collection of all of them. */
@NullMarked
package io.stockassistant.dataengineering.stock;

import org.jspecify.annotations.NullMarked;
