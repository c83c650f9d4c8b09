package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.apply.StatementWatch;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hears of the steps of a run, and looks at the database before and after each statement of their scripts. */
final class EffectWatch implements RunObserver, StatementWatch {

    /** What cannot run in a transaction, or may end one. */
    private static final Pattern ALONE = Pattern.compile(
            "((CREATE|DROP)\\s+(UNIQUE\\s+)?INDEX\\s+CONCURRENTLY|(CREATE|DROP)\\s+(DATABASE|TABLESPACE|SUBSCRIPTION)"
                    + "|ALTER\\s+(SYSTEM|DATABASE|SUBSCRIPTION)|ALTER\\s+TABLE\\b.*\\bDETACH\\b.*\\bCONCURRENTLY"
                    + "|REINDEX|VACUUM|CLUSTER|DISCARD|CALL|DO|BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE"
                    + "|SET|RESET|PREPARE)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What the planner has a say in. */
    private static final Pattern PLANNED = Pattern.compile(
            "(UPDATE|DELETE|MERGE|INSERT|WITH|SELECT|DO|CALL)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> ABOUT_NO_TABLE =
            Set.of("CREATE SEQUENCE", "ALTER SEQUENCE", "CREATE VIEW", "CREATE FUNCTION", "COMMENT", "GRANT");

    private final List<StatementEffects> seen = new ArrayList<>();
    private final List<ServerNotice> notices = new ArrayList<>();
    private Map<Long, Relation> existed = Map.of();
    private @Nullable Sight sight;
    private @Nullable Details details;
    private @Nullable Beginning beginning;
    private @Nullable Set<Reference> references;
    private boolean inTransaction;
    private boolean wrapped;

    @Override
    public Optional<StatementWatch> findWatch() {
        return Optional.of(this);
    }

    /** What the last step has done. */
    MigrationEffects effects(Step step) {
        List<TableState> tables = details == null || sight == null
                ? List.of()
                : List.copyOf(details.tables().values());
        List<TableState> created = tables.stream()
                .filter(each -> !existed.containsKey(each.relation().oid()))
                .toList();
        List<TableState> before = beginning == null
                ? List.of()
                : List.copyOf(beginning.details().tables().values());
        List<Relation> relations =
                sight == null ? List.of() : List.copyOf(sight.relations().values());
        return new MigrationEffects(step, seen, created, tables, before, relations, List.copyOf(existed.values()));
    }

    /** Somebody else changes tables, or what was seen is rolled back: what is known of them is not true any more. */
    void forget() {
        details = null;
        references = null;
    }

    @Override
    public void stepStarted(Step step) {
        seen.clear();
        sight = null;
        beginning = null;
    }

    @Override
    public void notice(Step step, ServerNotice notice) {
        notices.add(notice);
    }

    @Override
    public void before(Connection connection, Step step, Statement statement, boolean inTransaction)
            throws SQLException {
        this.inTransaction = inTransaction;
        notices.clear();
        boolean first = sight == null;
        wrapped = !inTransaction
                && statement.transactional()
                && !ALONE.matcher(statement.body()).matches();
        if (wrapped) {
            execute(connection, "BEGIN");
        }
        if (PLANNED.matcher(statement.body()).matches()) {
            // Of a table with a few rows it would read all: what it still reads as a whole has no index that helps.
            execute(connection, "SET enable_seqscan = off");
        }
        if (first || !inTransaction) {
            Sight now = Sight.read(connection);
            if (first) {
                existed = Map.copyOf(now.relations());
                details = details == null
                        ? Details.read(connection, now.relations())
                        : known(connection, now, details, unknown(now, details));
                beginning = new Beginning(existed, details);
                references = references == null ? CrossReferences.read(connection) : references;
                now = Sight.read(connection); // what was just asked may have taken locks
            }
            sight = now;
        }
    }

    @Override
    public void after(Connection connection, Step step, Statement statement) throws SQLException {
        Sight before = Objects.requireNonNull(sight);
        Details detailsBefore = Objects.requireNonNull(details);
        Sight now = Sight.read(connection);
        if (PLANNED.matcher(statement.body()).matches()) {
            execute(connection, "SET enable_seqscan = on");
        }
        boolean locksAreSeen = inTransaction || wrapped;
        Details detailsNow = locksAreSeen
                ? known(connection, now, detailsBefore, touched(before, now, detailsBefore))
                : Details.read(connection, now.relations());
        Set<Reference> newReferences = newReferences(connection, now);
        if (wrapped) {
            execute(connection, "COMMIT");
        }
        Beginning began = Objects.requireNonNull(beginning);
        StatementEffects effects = new Observed(existed, before, now, detailsBefore, detailsNow, began)
                .of(statement, locksAreSeen, notices, newReferences);
        began.add(effects);
        seen.add(effects);
        sight = now;
        details = detailsNow;
    }

    private Set<Reference> newReferences(Connection connection, Sight now) throws SQLException {
        if (now.heard().commands().isEmpty()) {
            return Set.of();
        }
        Set<Reference> all = CrossReferences.read(connection);
        Set<Reference> added = new LinkedHashSet<>(all);
        added.removeAll(Objects.requireNonNull(references));
        references = all;
        return added;
    }

    private static Details known(Connection connection, Sight now, Details before, Set<Long> tables)
            throws SQLException {
        return tables.isEmpty() && now.heard().commands().isEmpty()
                ? before
                : Details.read(connection, now.relations(), tables).over(before, now.relations());
    }

    private static Set<Long> unknown(Sight now, Details known) {
        Set<Long> unknown = new HashSet<>();
        now.relations().values().stream()
                .filter(each -> each.kind().isTable())
                .map(Relation::oid)
                .filter(each -> !known.tables().containsKey(each))
                .forEach(unknown::add);
        return unknown;
    }

    /** Nothing about a table changes without one of the stronger locks on it. */
    private static Set<Long> touched(Sight before, Sight now, Details known) {
        Set<Long> tables = unknown(now, known);
        // A script that makes hundreds of tables holds locks on all of them at each of its statements.
        boolean isPlain =
                now.heard().gone().isEmpty() && now.heard().commands().stream().allMatch(each -> isPlain(now, each));
        if (isPlain) {
            now.heard().commands().forEach(each -> tables.add(tableOf(now, each.oid())));
        }
        now.locks().forEach((oid, modes) -> {
            boolean isNew = !before.locksOn(oid).containsAll(modes);
            if ((isNew || !isPlain)
                    && modes.stream().anyMatch(each -> each.isAtLeast(LockMode.SHARE_UPDATE_EXCLUSIVE))) {
                tables.add(tableOf(now, oid));
            }
        });
        return tables;
    }

    /** Whether it is about one table, which has no parts, if it is about any. */
    private static boolean isPlain(Sight now, DdlCommand command) {
        Relation table = now.relations().get(tableOf(now, command.oid()));
        return ABOUT_NO_TABLE.contains(command.tag()) || (table != null && table.kind() == Relation.Kind.TABLE);
    }

    private static long tableOf(Sight now, long oid) {
        Relation relation = now.relations().get(oid);
        return relation != null && relation.table() != 0 ? relation.table() : oid;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
