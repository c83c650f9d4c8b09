package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Revision;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a backfill.
 *
 * @param checksum of the file as it was when the backfill began
 * @param rows that have been walked through, of about {@code estimate}
 * @param failures that are not resolved
 * @param batchSize rows of the next batch
 * @param workers how many work on it in each process that runs it
 * @param message why it stands where it stands, if there is something to say
 */
public record BackfillBook(
        Revision revision,
        String description,
        int checksum,
        BackfillState state,
        long rows,
        long estimate,
        long batches,
        long failures,
        int batchSize,
        int workers,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String message) {

    /** Whether it is kept of this file as it is now. */
    public boolean isOf(Backfill backfill) {
        return revision.equals(backfill.revision()) && checksum == backfill.checksum();
    }

    /** The same where it stands otherwise. */
    public BackfillBook as(BackfillState other) {
        return new BackfillBook(
                revision,
                description,
                checksum,
                other,
                rows,
                estimate,
                batches,
                failures,
                batchSize,
                workers,
                startedAt,
                endedAt,
                message);
    }

    public Optional<String> findMessage() {
        return Optional.ofNullable(message);
    }
}
