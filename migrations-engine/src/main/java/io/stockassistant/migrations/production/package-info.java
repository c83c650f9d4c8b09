/** What production asks for before a plan is carried out: a named target or an approved plan, and consent to loss. */
@NullMarked
package io.stockassistant.migrations.production;

import org.jspecify.annotations.NullMarked;
