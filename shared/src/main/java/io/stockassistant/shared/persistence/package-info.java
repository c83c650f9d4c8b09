/** What persistence models of several modules say and Jakarta Persistence has no annotation for. */
@NullMarked
package io.stockassistant.shared.persistence;

import org.jspecify.annotations.NullMarked;
