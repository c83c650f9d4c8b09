package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.ExitStatus;
import java.util.Map;

/** What a command found out or did. */
interface Report {

    /** For people. */
    void print(Console console);

    /** For programs, as the command-line contract has it. */
    Map<String, Object> json();

    default ExitStatus exitStatus() {
        return ExitStatus.DONE;
    }
}
