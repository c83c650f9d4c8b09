/** Passwords hashed by bcrypt. */
@NullMarked
package io.stockassistant.identityaccess.user.bcrypt;

import org.jspecify.annotations.NullMarked;
