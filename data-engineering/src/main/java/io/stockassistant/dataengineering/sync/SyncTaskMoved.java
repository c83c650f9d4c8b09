package io.stockassistant.dataengineering.sync;

/** Somebody else changed a synchronisation task after it was read. */
public final class SyncTaskMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SyncTaskMoved(SyncTask read, SyncTask now) {
        super("synchronisation task " + read.id() + " was " + place(read) + " when it was read, and is " + place(now)
                + " now: leave it to whoever has it, or read it again");
    }

    private static String place(SyncTask task) {
        return task.status() + " at offset " + task.offset() + " (changed " + task.updatedAt() + ")";
    }
}
