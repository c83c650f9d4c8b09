package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.StepContent;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.production.ApprovedPlan;
import io.stockassistant.migrations.production.ApprovedPlan.ApprovedStep;
import io.stockassistant.migrations.production.ApprovedPlan.Request;
import io.stockassistant.migrations.script.Repeatable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans as JSON in files: what {@code plan -o} writes and {@code --plan} reads. */
final class PlanFile {

    private PlanFile() {}

    static void write(PlanReport report, Path file) {
        try {
            Files.writeString(file, Json.text(report.json()) + System.lineSeparator());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "The plan cannot be written to '" + file + "': " + FileReason.of(file, e) + ".",
                            "Name a file in a folder that exists, in which there is room and that you may write to:"
                                    + " -o plan.json"),
                    e);
        }
    }

    /**
     * Reads a plan that goes one way, or that had nothing to do in that way.
     *
     * @throws ProblemException {@code invalid-option} if it is none, or goes the other way
     */
    static ApprovedPlan read(Path file, Direction direction) {
        try {
            JsonNode json = JsonMapper.shared().readTree(JsonText.read(file));
            String way = way(json, direction);
            JsonNode request = json.path("request");
            if (!request.isObject() || text(json, "hash").isEmpty()) {
                throw unusable(file, "it is no plan", "Make one: migrations plan -o " + file);
            }
            if (!way.equals(direction.word())) {
                String other = direction == Direction.UP ? "downgrade" : "upgrade";
                throw unusable(file, "it goes " + way, "migrations " + other + " --plan " + file);
            }
            return plan(file, direction, json, request);
        } catch (IOException e) {
            throw unusable(
                    file,
                    FileReason.of(file, e),
                    "Make one: migrations plan -o " + (Files.isDirectory(file) ? "plan.json" : file));
        } catch (JacksonException e) {
            throw unusable(file, "it is not JSON", "Make one: migrations plan -o " + file);
        }
    }

    /** Where nothing was to be done, the words that it was made from tell whether that was up or down. */
    private static String way(JsonNode json, Direction wanted) {
        String way = text(json, "direction");
        String asked = text(json.path("request"), "direction");
        return !way.equals("none") ? way : asked.isEmpty() ? wanted.word() : asked;
    }

    private static ApprovedPlan plan(Path file, Direction direction, JsonNode json, JsonNode request) {
        List<Target> targets = new ArrayList<>();
        request.path("targets").forEach(each -> targets.add(Target.parse(each.asString(""))));
        if (direction == Direction.DOWN && targets.size() != 1) {
            throw unusable(file, "it has no target", "Make it again: migrations plan downgrade TARGET -o " + file);
        }
        Map<String, String> from = new LinkedHashMap<>();
        json.path("from")
                .properties()
                .forEach(each -> from.put(
                        each.getKey(),
                        each.getValue().isNull() ? "" : each.getValue().asString("")));
        List<ApprovedStep> steps = new ArrayList<>();
        for (JsonNode step : json.path("steps")) {
            String module = text(step, "module");
            String version = text(step, "version");
            String name = version.isEmpty()
                    ? module + "@" + Repeatable.shortName(text(step, "script"))
                    : module + "@" + version;
            steps.add(new ApprovedStep(
                    module,
                    name,
                    text(step, "script"),
                    text(step, "direction"),
                    new StepContent(
                            text(step, "schema"),
                            text(step, "history"),
                            step.path("transactional").asBoolean(false),
                            text(step, "scriptDigest"),
                            text(step, "textDigest"))));
        }
        return new ApprovedPlan(
                file.toString(),
                direction,
                new Request(
                        targets,
                        request.path("outOfOrder").asBoolean(false),
                        request.path("cascade").asBoolean(false)),
                text(json.path("database"), "systemIdentifier"),
                text(json.path("database"), "name"),
                from,
                steps,
                text(json, "hash"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asString("");
    }

    private static ProblemException unusable(Path file, String why, String remedy) {
        return Problem.of(ProblemCode.INVALID_OPTION, "'" + file + "' cannot be carried out: " + why + ".", remedy)
                .asException();
    }
}
