package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.RenameAnswers;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a migration is written from models. */
final class AutogenerateOptions {

    @Option(
            names = "--autogenerate",
            description = "Write what leads from what the migrations build to what the models ask for, and prove it on "
                    + "throw-away databases.")
    private boolean autogenerate;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "One thing under another name: customers=clients for a table, orders.total=amount for a "
                    + "column. May be given several times.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--no-rename",
            paramLabel = "OLD=NEW",
            description = "Two things: the old one is dropped, the new one is created.")
    private List<String> noRenames = new ArrayList<>();

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "HAZARD",
            description = "Write it although it has this hazard: DATA_LOSS, REPLACES_OBJECT.")
    private List<String> allowed = new ArrayList<>();

    @Option(
            names = "--unproven",
            description = "Write it although it does not build exactly what it should; the files say so.")
    private boolean unproven;

    @Option(
            names = "--plain",
            description = "Write the short form, which holds locks longer: one migration where it can be one.")
    private boolean plain;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    /** @throws io.stockassistant.migrations.problem.ProblemException if an option has no sense without another one */
    boolean isWanted() {
        boolean others = unproven || plain || !renames.isEmpty() || !noRenames.isEmpty() || !allowed.isEmpty();
        if (!autogenerate && (others || !shadows.words().isEmpty())) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--rename, --no-rename, --allow, --unproven, --plain and --shadow-url are about what is"
                                    + " written from models.",
                            "Add --autogenerate.")
                    .asException();
        }
        return autogenerate;
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if one of them is no rename, or no hazard */
    void check() {
        answers();
        allowed();
    }

    RenameAnswers answers() {
        return RenameAnswers.parse(renames, noRenames);
    }

    Set<HazardCode> allowed() {
        return allowed.stream().map(AutogenerateOptions::hazard).collect(Collectors.toSet());
    }

    private static HazardCode hazard(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(HazardCode.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemCode.INVALID_OPTION,
                                "--allow is '" + text + "', which is no hazard.",
                                "Hazards that can be allowed: DATA_LOSS, REPLACES_OBJECT.")
                        .asException());
    }

    boolean isUnprovenAllowed() {
        return unproven;
    }

    boolean isPlain() {
        return plain;
    }

    ShadowOptions shadows() {
        return shadows;
    }
}
