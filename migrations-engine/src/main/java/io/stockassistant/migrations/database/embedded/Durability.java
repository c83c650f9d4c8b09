package io.stockassistant.migrations.database.embedded;

import java.util.List;

/** What a server promises to keep. */
enum Durability {
    /** What was committed outlives a crash of the server and of the machine, as PostgreSQL does it by itself. */
    KEPT,
    /** Data is worth nothing after the server has ended. */
    THROW_AWAY;

    List<String> settings() {
        return switch (this) {
            case KEPT -> List.of();
            case THROW_AWAY -> List.of("fsync=off", "full_page_writes=off");
        };
    }
}
