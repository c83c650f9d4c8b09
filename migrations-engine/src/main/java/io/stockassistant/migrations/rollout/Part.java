package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.SchemaStatement;
import java.util.List;

/**
 * One migration of several that together make a change.
 *
 * @param suffix words to put behind the title of the change; empty for the first part
 * @param transactional whether the upgrade may run in a transaction; if not, it may be run again from its beginning
 *     wherever it stopped
 * @param upgrade its statements in order
 * @param downgrade the statements, in order, that lead exactly to where the upgrade began; run {@linkplain
 *     PartText#downgradeConf in a transaction or not} independently of the upgrade
 */
public record Part(
        String suffix, boolean transactional, List<SchemaStatement> upgrade, List<SchemaStatement> downgrade) {

    public Part {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }
}
