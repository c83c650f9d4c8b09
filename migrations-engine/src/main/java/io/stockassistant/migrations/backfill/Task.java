package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.apply.ConnectionSource;
import io.stockassistant.migrations.script.BackfillScript;

/**
 * What all workers of a run do.
 *
 * @param schema of the module, in which names without a schema are looked for
 */
record Task(
        ConnectionSource connections,
        BackfillScript script,
        TableLookup.Found found,
        BackfillSettings settings,
        String schema) {}
