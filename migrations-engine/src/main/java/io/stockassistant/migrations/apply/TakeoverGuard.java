package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Literals;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Header;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a script for psql asks before a baseline takes the place of what is applied: that it was made from these files. */
final class TakeoverGuard {

    private TakeoverGuard() {}

    /**
     * The body of a block with a text variable called {@code actual}; nothing where no checksums are known.
     *
     * @param history for which the script is written
     */
    static Optional<String> findBody(Module module, ModuleHistory history, Migration baseline) {
        Header header = baseline.upgrade().header();
        List<String> expected = new ArrayList<>();
        history.applied()
                .headMap(baseline.version(), true)
                .forEach((version, row) -> header.findReplaced(version, false)
                        .filter(each -> row.isOfCode())
                        .map(Replaced::checksum)
                        .ifPresent(each -> expected.add("(" + Literals.quote(version.toString()) + ", " + each + ")")));
        return expected.isEmpty()
                ? Optional.empty()
                : Optional.of("""
                SELECT string_agg(version, ', ' ORDER BY version COLLATE "C") INTO actual FROM (
                    SELECT DISTINCT ON (version) version, type, checksum FROM %s
                    WHERE version IS NOT NULL ORDER BY version, installed_rank DESC
                ) AS latest JOIN (VALUES %s) AS squashed (version, known) USING (version)
                WHERE type IN ('SQL', 'JDBC') AND checksum IS DISTINCT FROM known;
                IF actual IS NOT NULL THEN
                    RAISE EXCEPTION 'module %%: %% was applied from another file than the one that was squashed', %s, actual;
                END IF;
                """.formatted(
                                module.history().quoted(), String.join(", ", expected), Literals.quote(module.name())));
    }
}
