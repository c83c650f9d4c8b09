/** What can be done with roles, one class a verb. */
@NullMarked
package io.stockassistant.identityaccess.role.application;

import org.jspecify.annotations.NullMarked;
