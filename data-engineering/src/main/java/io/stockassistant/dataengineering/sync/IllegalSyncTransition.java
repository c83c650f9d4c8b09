package io.stockassistant.dataengineering.sync;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A synchronisation task was to go where its state does not lead. */
public final class IllegalSyncTransition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SyncStatus from;
    private final SyncStatus to;

    public IllegalSyncTransition(UUID task, SyncStatus from, SyncStatus to) {
        super("synchronisation task " + task + " is " + from + " and cannot become " + to + " from there: "
                + advice(from));
        this.from = from;
        this.to = to;
    }

    /** The state that the task has. */
    public SyncStatus from() {
        return from;
    }

    /** The state that was asked for. */
    public SyncStatus to() {
        return to;
    }

    private static String advice(SyncStatus from) {
        List<SyncStatus> open =
                Arrays.stream(SyncStatus.values()).filter(from::canBecome).toList();
        if (open.isEmpty()) {
            return "it has ended, start a new task";
        }
        return "it can become "
                + String.join(" or ", open.stream().map(Enum::name).toList());
    }
}
