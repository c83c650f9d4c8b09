package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.JournalledRun;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The journal, shown.
 *
 * @param runs the newest last; none where no journal is kept
 */
record JournalReport(Optional<List<JournalledRun>> runs, ZoneId zone) implements Report {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String INDENT = "      ";

    @Override
    public void print(Console console) {
        if (runs.isEmpty()) {
            console.line("This database has no journal: nothing has been migrated here, or not by a role that may keep"
                    + " one.");
            return;
        }
        console.table(
                List.of("run", "when", "who", "from where", "command", "outcome", "steps", "time"),
                runs.get().stream().map(this::row).toList());
        if (console.isVerbose()) {
            runs.get().forEach(run -> details(run).forEach(console::line));
        }
    }

    private List<String> row(JournalledRun run) {
        return List.of(
                Long.toString(run.id()),
                TIME.format(run.startedAt().atZone(zone)),
                run.databaseUser()
                        + Optional.ofNullable(run.osUser())
                                .map(each -> " (" + each + ")")
                                .orElse(""),
                Stream.of(Optional.ofNullable(run.host()), Optional.ofNullable(run.clientAddress()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")),
                run.command().isEmpty() ? "(upgrade)" : run.command(),
                run.outcome(),
                run.done() + "/" + run.planned(),
                run.findDuration().map(Times::text).orElse("-"));
    }

    private static List<String> details(JournalledRun run) {
        Stream<String> head = Stream.of("run " + run.id() + ", version " + run.toolVersion()
                + Optional.ofNullable(run.message()).map(each -> ", " + each).orElse(""));
        Stream<String> steps = run.steps().stream().map(JournalReport::line);
        return Stream.concat(head, steps).toList();
    }

    private static String line(JournalledRun.Step step) {
        String place = step.module() + "@"
                + Optional.ofNullable(step.version())
                        .orElse("R__" + step.description().replace(' ', '_'));
        String why = Stream.of(Optional.ofNullable(step.sqlState()), Optional.ofNullable(step.message()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return INDENT + step.direction() + " " + place + " " + step.outcome() + " in " + Times.text(step.duration())
                + (why.isEmpty() ? "" : ": " + why);
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "runs", runs.orElse(List.of()).stream().map(JournalReport::json).toList());
    }

    private static Map<String, Object> json(JournalledRun run) {
        return Json.object(
                "id",
                run.id(),
                "startedAt",
                run.startedAt(),
                "endedAt",
                Optional.ofNullable(run.endedAt()),
                "outcome",
                run.outcome(),
                "command",
                run.command(),
                "direction",
                run.direction(),
                "toolVersion",
                run.toolVersion(),
                "databaseUser",
                run.databaseUser(),
                "clientAddress",
                Optional.ofNullable(run.clientAddress()),
                "osUser",
                Optional.ofNullable(run.osUser()),
                "host",
                Optional.ofNullable(run.host()),
                "planHash",
                Optional.ofNullable(run.planHash()),
                "message",
                Optional.ofNullable(run.message()),
                "steps",
                run.steps().stream().map(JournalReport::json).toList());
    }

    private static Map<String, Object> json(JournalledRun.Step step) {
        return Json.object(
                "module", step.module(),
                "version", Optional.ofNullable(step.version()),
                "description", step.description(),
                "direction", step.direction(),
                "outcome", step.outcome(),
                "endedAt", step.endedAt(),
                "millis", step.duration().toMillis(),
                "sqlstate", Optional.ofNullable(step.sqlState()),
                "message", Optional.ofNullable(step.message()));
    }
}
