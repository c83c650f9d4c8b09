/** Brings any number of rows into a table with one COPY and one INSERT … ON CONFLICT; knows models, no aggregate. */
@NullMarked
package io.stockassistant.dataengineering.bulk;

import org.jspecify.annotations.NullMarked;
