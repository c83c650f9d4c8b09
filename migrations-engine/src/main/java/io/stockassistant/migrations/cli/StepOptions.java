package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.RunSettings;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that carry out the steps of a plan. */
final class StepOptions {

    // A job waits nine tenths of its time for the server: even two processors are busier with four jobs than with two,
    // and a container that may use one of its own still has all of the server.
    private static final int FEWEST_BY_DEFAULT = 4;

    @Mixin
    private RunOptions patience = new RunOptions();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = WorkersConverter.class,
            description =
                    "How many migrations run at once, each on a connection of its own; default: as many as there are"
                            + " processors, and at least "
                            + FEWEST_BY_DEFAULT
                            + ". Only those of modules that do not depend on each other do.")
    private @Nullable Integer jobs;

    @Option(
            names = "--atomic",
            description = "All migrations of the plan in one transaction: all are applied, or none is.")
    private boolean atomic;

    /** @throws io.stockassistant.migrations.problem.ProblemException if something is asked for that no script can do */
    RunOptions patienceOfScript() {
        if (atomic || jobs != null) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--sql prints a script in which each migration is a transaction, one after the other; "
                                    + (atomic ? "--atomic" : "--jobs") + " is for a run.",
                            "Leave one of them out.")
                    .asException();
        }
        return patience;
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if they contradict each other */
    RunSettings settings() {
        if (!atomic) {
            return patience.settings().withJobs(jobs == null ? jobsByDefault() : jobs);
        }
        if (jobs != null && jobs > 1) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--atomic has one transaction, and so one job; --jobs asks for " + jobs + ".",
                            "Leave one of them out.")
                    .asException();
        }
        return patience.settings().atomically();
    }

    private static int jobsByDefault() {
        int processors = Runtime.getRuntime().availableProcessors();
        return WorkersConverter.most(Math.max(processors, FEWEST_BY_DEFAULT));
    }
}
