/** What can be done with synchronisation tasks and failures, one class a verb. */
@NullMarked
package io.stockassistant.dataengineering.sync.application;

import org.jspecify.annotations.NullMarked;
