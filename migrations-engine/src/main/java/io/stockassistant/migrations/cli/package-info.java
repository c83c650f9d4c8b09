/** The command line: one class a command, its options, and how results are shown; nobody imports it. */
@NullMarked
package io.stockassistant.migrations.cli;

import org.jspecify.annotations.NullMarked;
