package io.stockassistant.migrations.authoring;

import java.util.Optional;

/**
 * What is to stand in the files of a migration below their first lines.
 *
 * @param suffix words that tell it from its neighbours, for its name; empty for none
 * @param upgradeConf what configures the V file, if anything has to
 * @param downgradeConf what configures the U file, if anything has to
 */
public record ScriptBody(
        String suffix, String upgrade, String downgrade, Optional<String> upgradeConf, Optional<String> downgradeConf) {

    /** Nothing, for somebody to write it. */
    static final ScriptBody EMPTY = new ScriptBody("", "", "", Optional.empty(), Optional.empty());
}
