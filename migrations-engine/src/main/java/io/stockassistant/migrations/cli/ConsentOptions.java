package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.production.Consent;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which a command is allowed, in production, what elsewhere is a matter of course. */
final class ConsentOptions {

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description =
                    "Carry out this plan of 'migrations plan -o FILE', unless modules, files or database have moved.")
    private @Nullable Path plan;

    @Option(
            names = "--cascade",
            description = "Also touch modules that no target names: when going down, and in production when going up.")
    private boolean cascade;

    @Option(names = "--allow-data-loss", description = "In production: drop or empty tables, drop or rewrite columns.")
    private boolean dataLoss;

    Optional<Path> findPlan() {
        return Optional.ofNullable(plan);
    }

    boolean cascade() {
        return cascade;
    }

    Consent consent(boolean downgrade) {
        return new Consent(downgrade, dataLoss, cascade);
    }
}
