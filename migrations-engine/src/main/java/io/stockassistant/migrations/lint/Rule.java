package io.stockassistant.migrations.lint;

/** Something that lint looks for. */
public sealed interface Rule permits StatementRule, MigrationRule, FailureRule, FileRule {

    About about();
}
