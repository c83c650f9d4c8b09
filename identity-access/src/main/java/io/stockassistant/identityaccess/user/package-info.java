/** Accounts, their passwords, and what they may do. */
@NullMarked
package io.stockassistant.identityaccess.user;

import org.jspecify.annotations.NullMarked;
