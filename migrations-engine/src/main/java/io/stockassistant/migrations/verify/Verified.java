package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.script.Revision;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was proven, and what stands against it.
 *
 * @param proved went up, down and up again, and left the same each time
 * @param losses only looked for with rows in the tables
 * @param leftEmpty tables for which no row could be made, by name, each with the reason
 * @param replays what was built from empty, in which order, and taken back: a sentence each
 */
public record Verified(
        List<Revision> proved,
        List<Skipped> skipped,
        List<String> replays,
        List<Finding> findings,
        List<Loss> losses,
        SortedMap<String, String> leftEmpty) {

    public Verified {
        proved = List.copyOf(proved);
        skipped = List.copyOf(skipped);
        replays = List.copyOf(replays);
        findings = List.copyOf(findings);
        losses = List.copyOf(losses);
        leftEmpty = Collections.unmodifiableSortedMap(new TreeMap<>(leftEmpty));
    }
}
