/** API keys in PostgreSQL. */
@NullMarked
package io.stockassistant.identityaccess.apikey.persistence;

import org.jspecify.annotations.NullMarked;
