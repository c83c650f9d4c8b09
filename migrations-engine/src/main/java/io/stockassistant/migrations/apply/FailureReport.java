package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.StepCarrier.Recovery;
import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.SecretMask;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postgresql.util.ServerErrorMessage;

/** Turns the server's refusal of a step into a report that says where, why, and what to do. */
final class FailureReport {

    static final String QUERY_CANCELED = "57014";
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String OBJECT_NOT_IN_STATE = "55000";
    static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final String DEPENDENT_OBJECTS = "2BP01";
    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    private static final String ACTIVE_TRANSACTION = "25001";

    private final Migrations migrations;
    private final SqlSession session;
    private final boolean interrupted;
    private final boolean outdated;

    /** @param outdated whether somebody else has written to the step's history since the plan was made */
    FailureReport(Migrations migrations, SqlSession session, boolean interrupted, boolean outdated) {
        this.migrations = migrations;
        this.session = session;
        this.interrupted = interrupted;
        this.outdated = outdated;
    }

    Failure of(PreparedStep prepared, StatementFailure failure, Recovery recovery) {
        Step step = prepared.step();
        Optional<ServerErrorMessage> server = failure.server();
        Optional<SqlMessage.Place> place = failure.place();
        ProblemCode code = code(failure);
        UnaryOperator<String> masked = text -> SecretMask.ofMessage(
                text, place.map(each -> each.statement().sql()).orElse(""));
        return new Failure(
                step,
                code,
                failure.findLine().orElse(null),
                place.map(each -> SecretMask.ofSql(each.statement().body().strip()))
                        .orElse(null),
                server.map(ServerErrorMessage::getSQLState).orElse(failure.sql().getSQLState()),
                masked.apply(message(code, failure)),
                server.map(ServerErrorMessage::getDetail).map(masked).orElse(null),
                server.map(ServerErrorMessage::getHint).map(masked).orElse(null),
                recovery.state(),
                remedy(prepared, code, failure, recovery.marked()));
    }

    private ProblemCode code(StatementFailure failure) {
        if (interrupted && failure.state().equals(QUERY_CANCELED)) {
            return ProblemCode.INTERRUPTED;
        }
        if (RunLock.isLost(failure)) {
            return ProblemCode.LOCK_LOST;
        }
        if (failure.state().equals(LOCK_NOT_AVAILABLE)) {
            return ProblemCode.LOCK_TIMEOUT;
        }
        if (isConnectionLost(failure)) {
            return ProblemCode.CONNECTION_LOST;
        }
        if (outdated) {
            return ProblemCode.PLAN_OUTDATED;
        }
        // What is refused to us rather than to the script is a matter of the user's rights.
        boolean ours = !failure.isOfMigration() && failure.state().equals(INSUFFICIENT_PRIVILEGE);
        return ours || failure.state().equals(READ_ONLY_TRANSACTION)
                ? ProblemCode.PERMISSION_DENIED
                : ProblemCode.FAILED_MIGRATION;
    }

    static boolean isConnectionLost(StatementFailure failure) {
        return FailedStatement.isConnectionLost(failure.sql());
    }

    private static String message(ProblemCode code, StatementFailure failure) {
        return switch (code) {
            case INTERRUPTED -> "Interrupted; the statement that was under way has been cancelled.";
            case PLAN_OUTDATED -> "Somebody else has written to the history of this module since the run began.";
            case LOCK_LOST -> "The connection that holds the lock of this run is gone, so the run stopped.";
            default ->
                failure.server()
                        .map(ServerErrorMessage::getMessage)
                        .orElse(Optional.ofNullable(failure.getMessage()).orElse("the connection broke"));
        };
    }

    private String remedy(PreparedStep prepared, ProblemCode code, StatementFailure failure, boolean rowIsMarked) {
        String command = "repeat the command.";
        String file = prepared.script().file().place(null);
        if (rowIsMarked) {
            String repair = prepared.script().transactional() ? "" : "'migrations repair', then ";
            return "Look at " + file + ", take back by hand what it had done, then " + repair + command;
        }
        return switch (code) {
            case INTERRUPTED -> "To go on, " + command;
            case LOCK_LOST, CONNECTION_LOST -> "When the server can be reached again: migrations status";
            case LOCK_TIMEOUT ->
                "Somebody else holds a lock on it. Try again later, or wait longer: "
                        + (prepared.script().transactional() ? "--lock-timeout 60s" : "--concurrent-wait 2h");
            case PLAN_OUTDATED -> "To go on from there, repeat the command.";
            case PERMISSION_DENIED -> remedyOfMissingPermission(failure);
            default -> remedyOfFailedMigration(prepared, failure, file, command);
        };
    }

    private String remedyOfMissingPermission(StatementFailure failure) {
        return failure.state().equals(READ_ONLY_TRANSACTION)
                ? "Connect to a server that takes writes; SHOW default_transaction_read_only and SELECT"
                        + " pg_is_in_recovery() say why this one does not."
                : "To let it create schemas, as the owner of the database: GRANT CREATE ON DATABASE "
                        + Identifiers.quote(session.database()) + " TO " + Identifiers.quote(session.user())
                        + "; for what belongs to somebody else, connect as its owner.";
    }

    private String remedyOfFailedMigration(
            PreparedStep prepared, StatementFailure failure, String file, String command) {
        if (Obstruction.find(failure).isPresent()) {
            return "Somebody else was at work on the same thing at the same moment. To try again, " + command;
        }
        return switch (failure.state()) {
            case INVALID_TRANSACTION_TERMINATION, ACTIVE_TRANSACTION ->
                (prepared.script().findWork().isPresent()
                                ? "Let canExecuteInTransaction() of " + file + " return false"
                                : "Write the line executeInTransaction=false into " + file + ".conf")
                        + ", then " + command;
            case DEPENDENT_OBJECTS ->
                new DependentObject(migrations, prepared, detail(failure))
                        .findRemedy()
                        .orElse("Mend " + file + ", then " + command);
            case QUERY_CANCELED ->
                "Allow its statements more time (--statement-timeout 30min; 0 is for ever), or mend " + file + ", then "
                        + command;
            default -> "Mend " + file + ", then " + command;
        };
    }

    private static String detail(StatementFailure failure) {
        return failure.server().map(ServerErrorMessage::getDetail).orElse("");
    }
}
