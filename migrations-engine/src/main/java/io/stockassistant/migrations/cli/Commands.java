package io.stockassistant.migrations.cli;

import java.util.List;

/**
 * The commands by name, in the order in which help lists them. To read the options of all of them takes longer than
 * most commands, so a command line is read with those alone that it mentions.
 */
final class Commands {

    /** All of them. */
    static final List<String> NAMES = List.of(
            "upgrade",
            "downgrade",
            "stamp",
            "plan",
            "current",
            "heads",
            "history",
            "show",
            "status",
            "validate",
            "check",
            "lint",
            "verify",
            "drift",
            "diff",
            "repair",
            "init",
            "adopt",
            "revision",
            "rebase",
            "squash",
            "backfill",
            "db",
            "completion");

    private Commands() {}

    /** A new command with one of the names. */
    static Object create(String name) {
        return switch (name) {
            case "upgrade" -> new UpgradeCommand();
            case "downgrade" -> new DowngradeCommand();
            case "stamp" -> new StampCommand();
            case "plan" -> new PlanCommand();
            case "current" -> new CurrentCommand();
            case "heads" -> new HeadsCommand();
            case "history" -> new HistoryCommand();
            case "show" -> new ShowCommand();
            case "status" -> new StatusCommand();
            case "validate" -> new ValidateCommand();
            case "check" -> new CheckCommand();
            case "lint" -> new LintCommand();
            case "verify" -> new VerifyCommand();
            case "drift" -> new DriftCommand();
            case "diff" -> new DiffCommand();
            case "repair" -> new RepairCommand();
            case "init" -> new InitCommand();
            case "adopt" -> new AdoptCommand();
            case "revision" -> new RevisionCommand();
            case "rebase" -> new RebaseCommand();
            case "squash" -> new SquashCommand();
            case "backfill" -> new BackfillCommand();
            case "db" -> new DbCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
