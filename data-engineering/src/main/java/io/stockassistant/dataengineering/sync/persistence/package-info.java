/** Synchronisation tasks and failures in the tables sync_tasks and sync_failure_records. */
@NullMarked
package io.stockassistant.dataengineering.sync.persistence;

import org.jspecify.annotations.NullMarked;
