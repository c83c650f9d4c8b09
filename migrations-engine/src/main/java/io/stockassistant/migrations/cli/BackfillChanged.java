package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import java.util.Map;

/** A backfill as it stands after somebody wrote something about it into the books. */
record BackfillChanged(BackfillBook book, String message) implements Report {

    @Override
    public void print(Console console) {
        console.line(message);
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> members = BackfillTexts.json(book);
        members.put("said", message);
        return members;
    }
}
