package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.embedded.EmbeddedServer;
import io.stockassistant.migrations.database.embedded.EmbeddedServer.Address;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks after the embedded server. */
@Command(
        name = "db",
        header = "Starts, stops, finds and empties the embedded server in .data.",
        synopsisSubcommandLabel = "(start | stop | url | reset)",
        footerHeading = "%nExample:%n",
        footer = {"  migrations db start", "  psql \"$(migrations db url)\""})
final class DbCommand {

    @ParentCommand
    private MigrationsCommand root;

    private EmbeddedServer server() {
        root.refuseDatabaseOptions();
        return EmbeddedServer.at(TargetDatabase.EMBEDDED_ROOT);
    }

    @Command(
            name = "start",
            header = "Starts the embedded server and keeps it running until 'db stop'.",
            footerHeading = "%nExample:%n",
            footer = "  migrations db start")
    int start() {
        Address address = server().start();
        if (address.notice() != null) {
            root.console().note(address.notice());
        }
        return root.console().show(new Running(Optional.of(address), address.startedNow() ? "started" : "running"));
    }

    @Command(
            name = "stop",
            header = "Stops the embedded server.",
            footerHeading = "%nExample:%n",
            footer = "  migrations db stop")
    int stop() {
        boolean stopped = server().stop();
        return root.console()
                .show(new Done(stopped ? "stopped" : "nothing-to-do", stopped ? "Stopped." : "It was not running."));
    }

    @Command(
            name = "url",
            header = "Prints the URL of the embedded server; ends with 3 when it is not running.",
            footerHeading = "%nExample:%n",
            footer = "  psql \"$(migrations db url)\"")
    int url() {
        return root.console().show(new Running(server().findRunning(), "running"));
    }

    @Command(
            name = "reset",
            header = "Stops the embedded server and deletes its data.",
            footerHeading = "%nExample:%n",
            footer = "  migrations db reset --yes")
    int reset(@Option(names = "--yes", description = "Do not ask.") boolean yes) {
        EmbeddedServer server = server();
        refuseFile();
        Console console = root.console();
        String what = "all data in " + TargetDatabase.EMBEDDED_ROOT.toAbsolutePath();
        if (!yes && !(console.isInteractive() && console.confirm("Delete " + what + "?"))) {
            throw Problem.of(
                            ProblemCode.CONFIRMATION_REQUIRED,
                            "This deletes " + what + "; nothing was deleted.",
                            "migrations db reset --yes")
                    .asException();
        }
        server.reset();
        return console.show(new Done("reset", "Deleted."));
    }

    /** What is no folder holds no data, and is not this program's to delete. */
    private static void refuseFile() {
        if (Files.isRegularFile(TargetDatabase.EMBEDDED_ROOT)) {
            throw Problem.of(
                            ProblemCode.EMBEDDED_SERVER,
                            TargetDatabase.EMBEDDED_ROOT.toAbsolutePath() + " is a file, and holds no server.",
                            "Move it away.")
                    .asException();
        }
    }

    private record Running(Optional<Address> address, String state) implements Report {

        @Override
        public ExitStatus exitStatus() {
            return address.isPresent() ? ExitStatus.DONE : ExitStatus.FINDINGS;
        }

        @Override
        public void print(Console console) {
            address.ifPresentOrElse(
                    each -> console.line(each.url()),
                    () -> console.note("The embedded server is not running. To start it: migrations db start"));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object(
                    "state",
                    address.isPresent() ? state : "stopped",
                    "url",
                    address.map(Address::url),
                    "jdbcUrl",
                    address.map(Address::jdbcUrl));
        }
    }

    private record Done(String outcome, String sentence) implements Report {

        @Override
        public void print(Console console) {
            console.line(sentence);
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("outcome", outcome);
        }
    }
}
