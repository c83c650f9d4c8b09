/** Who may do what: users, roles, permissions and API keys. */
@NullMarked
package io.stockassistant.identityaccess;

import org.jspecify.annotations.NullMarked;
