package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import java.util.List;
import java.util.Map;

/** Backfills as they stand after somebody wrote something about them into the books. */
record BackfillChanged(List<Entry> entries) implements Report {

    /** One of them, and what to say of it. */
    record Entry(BackfillBook book, String message) {

        private Map<String, Object> json() {
            Map<String, Object> members = BackfillTexts.json(book);
            members.put("said", message);
            return members;
        }
    }

    @Override
    public void print(Console console) {
        if (entries.isEmpty()) {
            console.line(BackfillsRun.NOTHING_LEFT);
        }
        for (Entry each : entries) {
            console.line((entries.size() == 1 ? "" : each.book().revision() + ": ") + each.message());
        }
    }

    @Override
    public Map<String, Object> json() {
        return Json.object("backfills", entries.stream().map(Entry::json).toList());
    }
}
