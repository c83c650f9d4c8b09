package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.script.Backfill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backfills of the files and what the books say of them. */
record BackfillList(List<Backfill> backfills, List<BackfillBook> books) implements Report {

    @Override
    public void print(Console console) {
        if (backfills.isEmpty()) {
            console.line("No module has a backfill.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Backfill each : backfills) {
            Optional<BackfillBook> book = find(each);
            rows.add(List.of(
                    each.toString(),
                    each.description(),
                    book.map(BackfillBook::state).orElse(BackfillState.PENDING).word(),
                    book.map(BackfillTexts::rows).orElse("-"),
                    book.map(known -> Long.toString(known.failures())).orElse("-")));
        }
        console.table(List.of("backfill", "description", "state", "rows", "failures"), rows);
    }

    private Optional<BackfillBook> find(Backfill backfill) {
        return books.stream()
                .filter(each -> each.revision().equals(backfill.revision()))
                .findFirst();
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "backfills",
                backfills.stream()
                        .map(each -> BackfillTexts.json(each, find(each)))
                        .toList());
    }
}
