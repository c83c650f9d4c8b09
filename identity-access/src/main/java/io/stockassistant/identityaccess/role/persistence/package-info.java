/** Roles and permissions in PostgreSQL. */
@NullMarked
package io.stockassistant.identityaccess.role.persistence;

import org.jspecify.annotations.NullMarked;
