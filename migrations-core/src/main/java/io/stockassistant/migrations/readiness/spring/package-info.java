/** The check at the start of a Spring application; the only room here that needs Spring. */
@NullMarked
package io.stockassistant.migrations.readiness.spring;

import org.jspecify.annotations.NullMarked;
