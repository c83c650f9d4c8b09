package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Findings;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules, in the order of the documentation. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new IndexNotConcurrent(),
            new DropIndexNotConcurrent(),
            new ReindexNotConcurrent(),
            new ConcurrentInTransaction(),
            new ConcurrentOnPartitioned(),
            new InvalidIndex(),
            new ColumnTypeRewrite(),
            new ColumnTypeRebuildsIndex(),
            new AddColumnVolatileDefault(),
            new AddColumnIdentity(),
            new AddColumnGenerated(),
            new AddColumnNotNull(),
            new AddColumnWithConstraint(),
            new SetNotNullScan(),
            new AddCheckScan(),
            new AddForeignKeyScan(),
            new ValidateInSameTransaction(),
            new AddUniqueBuildsIndex(),
            new AddPrimaryKeyBuildsIndex(),
            new PrimaryKeyOnNullable(),
            new AddExclusionBuildsIndex(),
            new DomainConstraintScan(),
            new AttachPartitionScan(),
            new DetachPartition(),
            new CreatePartition(),
            new ReferenceLocksTable(),
            new DropLocksReferenced(),
            new TriggerLocksTable(),
            new SetTablespace(),
            new ClusterOrVacuumFull(),
            new SetLogged(),
            new RefreshMaterializedView(),
            new WholeTableWrite(),
            new WorkUnderLock(),
            new SeveralTablesLocked(),
            new LockTimeoutOff(),
            new DropColumn(),
            new DropTable(),
            new DropCascade(),
            new Truncate(),
            new Rename(),
            new RenameSchema(),
            new RenameEnumValue(),
            new SetSchema(),
            new DropNotNull(),
            new DropConstraint(),
            new DropDefault(),
            new ForeignObject(),
            new UndeclaredReference(),
            new MayNotFitData(),
            new EnumValueUsed(),
            new ForeignKeyWithoutIndex(),
            new JsonColumn(),
            new NewEnumType(),
            new NarrowKey(),
            new CharColumn(),
            new TimestampWithoutZone(),
            new NameTooLong(),
            new NotRepeatable(),
            new TransactionControl(),
            new Naming(Map.of()),
            new TableWithoutRows(),
            new NoWayBack(),
            new WayBackLosesData());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    /** Those that a project wants to be asked. */
    public static List<Rule> of(LintSettings settings) {
        return ALL.stream()
                .map(each -> each instanceof Naming ? new Naming(settings.names()) : each)
                .toList();
    }

    /** What all are about, and what is found without a rule. */
    public static List<About> abouts() {
        return Stream.concat(ALL.stream().map(Rule::about), Findings.ABOUTS.stream())
                .toList();
    }
}
