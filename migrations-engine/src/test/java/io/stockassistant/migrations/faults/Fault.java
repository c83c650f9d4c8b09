package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.faults.Stage.Way;
import io.stockassistant.migrations.faults.Tollgate.Moment;
import java.util.Random;

/** Something that goes wrong while a run is under way. */
interface Fault {

    /** @param struck whether the run was still there to be hit */
    record Effect(boolean struck, Answer answer) {}

    /** Starts a run on the database, disturbs it at the moment, and waits until it has ended. */
    Effect disturb(Stage stage, Way way, String database, Moment moment, Random random) throws Exception;
}
