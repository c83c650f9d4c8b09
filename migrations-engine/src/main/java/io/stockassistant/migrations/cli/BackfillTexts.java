package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.script.Backfill;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is said of a backfill, to people and to programs. */
final class BackfillTexts {

    private BackfillTexts() {}

    static String rows(BackfillBook book) {
        return String.format(Locale.ROOT, "%,d", book.rows());
    }

    /** For example {@code 1 batch} or {@code 1,200 batches}. */
    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /** From its beginning to its end, or until it was last seen at work. */
    static Duration duration(BackfillBook book) {
        OffsetDateTime end = book.endedAt();
        OffsetDateTime start = book.startedAt();
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }

    /** Of one that nobody may have begun. */
    static Map<String, Object> json(Backfill backfill, Optional<BackfillBook> book) {
        return book.map(BackfillTexts::json)
                .orElseGet(() -> Json.object(
                        "module", backfill.module(),
                        "version", backfill.version().toString(),
                        "description", backfill.description(),
                        "state", BackfillState.PENDING.word()));
    }

    static Map<String, Object> json(BackfillBook book) {
        return Json.object(
                "module", book.revision().module(),
                "version", book.revision().version().toString(),
                "description", book.description(),
                "state", book.state().word(),
                "rows", book.rows(),
                "estimate", book.estimate(),
                "batches", book.batches(),
                "failures", book.failures(),
                "batchSize", book.batchSize(),
                "workers", book.workers(),
                "startedAt", book.startedAt(),
                "endedAt", book.endedAt(),
                "message", book.message());
    }
}
