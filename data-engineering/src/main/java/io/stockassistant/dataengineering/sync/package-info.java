/** Runs that fetch data from the provider in batches, what they failed to fetch, and which changes of state are lawful. */
@NullMarked
package io.stockassistant.dataengineering.sync;

import org.jspecify.annotations.NullMarked;
