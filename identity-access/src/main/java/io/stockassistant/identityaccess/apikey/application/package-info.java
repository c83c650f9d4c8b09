/** What can be done with API keys, one class a verb. */
@NullMarked
package io.stockassistant.identityaccess.apikey.application;

import org.jspecify.annotations.NullMarked;
