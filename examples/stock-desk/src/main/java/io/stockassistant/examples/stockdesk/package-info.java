/** An application as small as it can be: its database, one context, the check at the start, and a main. */
@NullMarked
package io.stockassistant.examples.stockdesk;

import org.jspecify.annotations.NullMarked;
