package io.stockassistant.dataengineering.sync;

/** The settings of a synchronisation task cannot be kept. */
public final class InvalidSyncConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSyncConfig(Throwable cause) {
        super(
                "the settings of a synchronisation task are no JSON text: leave them out, or write for example "
                        + "{\"start_date\": \"2026-01-01\"}",
                cause);
    }
}
