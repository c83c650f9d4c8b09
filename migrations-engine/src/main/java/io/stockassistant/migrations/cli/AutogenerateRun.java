package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.NewMigration;
import io.stockassistant.migrations.authoring.ScriptBody;
import io.stockassistant.migrations.authoring.Title;
import io.stockassistant.migrations.autogenerate.Autogeneration;
import io.stockassistant.migrations.autogenerate.Comparison;
import io.stockassistant.migrations.autogenerate.Proposal;
import io.stockassistant.migrations.autogenerate.RenameAnswers;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.production.ProductionRules;
import io.stockassistant.migrations.rollout.PartText;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes migrations from models: compares, asks, proves, writes. */
final class AutogenerateRun {

    private final MigrationsCommand root;
    private final AutogenerateOptions options;

    AutogenerateRun(MigrationsCommand root, AutogenerateOptions options) {
        this.root = root;
        this.options = options;
    }

    /** @param dependsOn what was typed; what is found is added */
    AutogenerateReport run(Workspace workspace, String module, Title title, List<String> dependsOn) {
        ProductionRules.checkAutogenerate(workspace.isProduction());
        options.check();
        Modules modules = workspace.modules().inFolders();
        Migrations migrations = Migrations.list(modules, workspace::placeholders);
        new NewMigration(module, title, dependsOn, null).check(migrations);
        try (Shadow shadow = workspace.target().shadow(options.shadows())) {
            Proposal proposal = ShadowWork.on(shadow, () -> propose(migrations, module, shadow));
            if (proposal.parts().isEmpty() && proposal.doubts().isEmpty()) {
                return AutogenerateReport.nothingToDo(proposal);
            }
            ProposalRules.check(proposal, options);
            root.interruption().check();
            List<String> needed = new ArrayList<>(dependsOn);
            proposal.needed().stream().sorted().map(each -> each + "@head").forEach(needed::add);
            NewMigration.Written written = new NewMigration(module, title, needed, null)
                    .write(
                            modules,
                            LocalDateTime.now(ZoneOffset.UTC),
                            bodies(proposal),
                            now -> refuseIfMoved(proposal, now));
            return AutogenerateReport.wrote(proposal, written);
        }
    }

    private Proposal propose(Migrations migrations, String module, Shadow shadow) throws SQLException {
        try (Autogeneration generation =
                Autogeneration.begin(migrations, module, shadow, root.replay(), Libraries.engines())) {
            generation.remarks().forEach(root.console()::remark);
            RenameAnswers answers = options.answers();
            Comparison compared = generation.compare(answers);
            while (!compared.questions().isEmpty()) {
                answers = RenameQuestions.ask(root.console(), compared.questions(), answers);
                compared = generation.compare(answers);
            }
            return generation.propose(compared, options.isPlain());
        }
    }

    private static List<ScriptBody> bodies(Proposal proposal) {
        PartText text = new PartText();
        String mark = ProposalRules.mark(proposal);
        return proposal.parts().stream()
                .map(each -> new ScriptBody(
                        each.suffix(),
                        mark + text.upgrade(each),
                        mark + text.downgrade(each),
                        text.upgradeConf(each),
                        text.downgradeConf(each)))
                .toList();
    }

    /** Somebody may have written a migration while this one was proven. */
    private static void refuseIfMoved(Proposal proposal, Migrations now) {
        if (!now.findHead(proposal.module()).map(Migration::version).equals(proposal.head())) {
            throw Problem.inModule(
                            ProblemCode.HEAD_MISMATCH,
                            proposal.module(),
                            "Another migration of " + proposal.module()
                                    + " was written meanwhile. Nothing was written.",
                            "Repeat the command.")
                    .asException();
        }
    }
}
