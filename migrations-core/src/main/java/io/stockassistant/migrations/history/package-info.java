/** What has been applied: every module's history table read in one query, and the SQL that adds rows to it. */
@NullMarked
package io.stockassistant.migrations.history;

import org.jspecify.annotations.NullMarked;
