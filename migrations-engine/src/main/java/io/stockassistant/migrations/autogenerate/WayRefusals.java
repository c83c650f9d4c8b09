package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.BrokenScriptException;
import io.stockassistant.migrations.change.UnreadableSchemaException;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;

/** Why there is no way from what the migrations of a module build to what it asks for. */
record WayRefusals(String module) {

    /** The server refuses what was written. */
    Problem broken(BrokenScriptException e) {
        if (e.isByRows()) {
            return Problem.inModule(
                    ProblemCode.UNPROVEN,
                    module,
                    "Rows that the migrations of " + module + " insert are in the way of what it asks for: "
                            + e.getMessage() + ".",
                    "Change these rows first (" + revision() + "), then repeat the command.");
        }
        return Problem.inModule(
                ProblemCode.UNPROVEN,
                module,
                "No way is known that leads from what the migrations of " + module + " build to what it asks for: "
                        + e.getMessage() + ".",
                "Write that part by hand (" + revision() + "), then write the rest with --autogenerate. --unproven does"
                        + " not help here: the server refuses the statement.");
    }

    /** Nobody can read one of the two who writes scripts. */
    Problem unreadable(UnreadableSchemaException e) {
        return Problem.inModule(
                ProblemCode.NOT_COMPARABLE,
                module,
                "The schema of " + module + " has something that the comparison cannot read: " + e.getMessage() + ".",
                "Write that migration by hand: " + revision());
    }

    /** An answer names what is not there. */
    Problem unknown(RenameWords rename) {
        return Problem.inModule(
                ProblemCode.INVALID_OPTION,
                module,
                "--rename " + rename + ": the migrations of " + module
                        + " build nothing of the first name that its models have under the second.",
                "Write TABLE=NEW, TABLE.COLUMN=NEW, INDEX=NEW, TABLE.CONSTRAINT=NEW or TYPE.VALUE=NEW, without the"
                        + " schema: migrations check " + module + " lists what differs.");
    }

    /** What an answer names stays what it is. */
    Problem taken(RenameWords rename) {
        return Problem.inModule(
                ProblemCode.INVALID_OPTION,
                module,
                "--rename " + rename + ": the migrations of " + module
                        + " build something of the second name already, and it keeps that name.",
                "If two change places, write that by hand: " + revision());
    }

    private String revision() {
        return "migrations revision -m " + module + " \"...\"";
    }
}
