package io.stockassistant.migrations.history;

import io.stockassistant.migrations.script.Revision;

/**
 * What the books say of a backfill that somebody has begun.
 *
 * @param checksum of the file as it was then
 * @param complete whether nothing is left to do
 */
public record BackfillRow(Revision revision, String description, int checksum, boolean complete) {}
