/** Accounts in PostgreSQL. */
@NullMarked
package io.stockassistant.identityaccess.user.persistence;

import org.jspecify.annotations.NullMarked;
