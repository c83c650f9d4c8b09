/** What can be done with accounts, one class a verb. */
@NullMarked
package io.stockassistant.identityaccess.user.application;

import org.jspecify.annotations.NullMarked;
