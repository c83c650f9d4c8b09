/** Where log lines go: Logback, set up in code and loaded only when a log is asked for. */
@NullMarked
package io.stockassistant.migrations.logging;

import org.jspecify.annotations.NullMarked;
