package io.stockassistant.migrations.apply;

import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/** How somebody else was in the way of a step, so that it makes sense to try it again. */
public enum Obstruction {
    LOCK("did not get a lock in time"),

    DEADLOCK("and somebody else waited for each other"),

    /** What two who create or change one thing at the same time are told: the second finds it there a moment later. */
    RACE_IN_THE_CATALOG("met somebody else who created or changed the same thing at the same moment");

    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INTERNAL_ERROR = "XX000";

    private final String words;

    Obstruction(String words) {
        this.words = words;
    }

    /** What became of the step, behind its name. */
    public String words() {
        return words;
    }

    static Optional<Obstruction> find(StatementFailure failure) {
        return switch (failure.state()) {
            case FailureReport.LOCK_NOT_AVAILABLE -> Optional.of(LOCK);
            case DEADLOCK_DETECTED -> Optional.of(DEADLOCK);
            case UNIQUE_VIOLATION ->
                failure.server()
                        .filter(each -> "pg_catalog".equals(each.getSchema()))
                        .map(each -> RACE_IN_THE_CATALOG);
            case INTERNAL_ERROR ->
                failure.server()
                        .map(ServerErrorMessage::getMessage)
                        .filter(each -> each.startsWith("tuple concurrently "))
                        .map(each -> RACE_IN_THE_CATALOG);
            default -> Optional.empty();
        };
    }
}
