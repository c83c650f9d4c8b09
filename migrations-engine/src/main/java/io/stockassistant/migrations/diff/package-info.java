/** The two sides of a comparison, whatever they are given as (files, modules, databases), and the ways between them. */
@NullMarked
package io.stockassistant.migrations.diff;

import org.jspecify.annotations.NullMarked;
