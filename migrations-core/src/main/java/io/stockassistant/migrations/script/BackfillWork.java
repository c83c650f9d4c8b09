package io.stockassistant.migrations.script;

/** What a backfill does for a range of keys: a statement or a class. */
public sealed interface BackfillWork permits RangeSql, BackfillClass {}
