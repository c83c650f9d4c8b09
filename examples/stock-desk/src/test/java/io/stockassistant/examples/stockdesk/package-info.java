/** The example as its users start it. */
@NullMarked
package io.stockassistant.examples.stockdesk;

import org.jspecify.annotations.NullMarked;
