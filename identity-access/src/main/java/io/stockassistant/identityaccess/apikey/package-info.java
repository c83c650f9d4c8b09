/** Keys with which programs call the application on behalf of a user. */
@NullMarked
package io.stockassistant.identityaccess.apikey;

import org.jspecify.annotations.NullMarked;
