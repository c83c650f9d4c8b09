/** Who made a change, as every table of this context records it. */
@NullMarked
package io.stockassistant.identityaccess.audit;

import org.jspecify.annotations.NullMarked;
