/** Which database is meant: flags, environment and {@code .env} in, one answer or one refusal out. */
@NullMarked
package io.stockassistant.shared.config;

import org.jspecify.annotations.NullMarked;
