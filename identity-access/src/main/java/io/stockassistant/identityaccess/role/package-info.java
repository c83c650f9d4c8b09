/** Roles and the permissions that each of them grants. */
@NullMarked
package io.stockassistant.identityaccess.role;

import org.jspecify.annotations.NullMarked;
