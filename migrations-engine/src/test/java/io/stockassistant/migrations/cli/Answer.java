package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.shared.config.Variables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command said, and how it ended. */
public record Answer(int status, String out, String err) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Runs a command in this process. */
    public static Answer of(List<String> args) {
        return of(args, () -> Variables.ofProcess(Path.of("")));
    }

    /** The same with variables of its own. */
    static Answer of(List<String> args, Supplier<Variables> variables) {
        return of(args, variables, Optional.empty(), Optional.empty(), new Interruption());
    }

    /** The same in front of a terminal that shows what is kept nowhere. */
    static Answer of(List<String> args, Supplier<Variables> variables, Screen screen) {
        return of(args, variables, Optional.of(screen), Optional.empty(), new Interruption());
    }

    /** The same in front of a terminal at which somebody answers. */
    static Answer of(List<String> args, Prompt prompt) {
        return of(args, prompt, new Interruption());
    }

    /** The same, which may be interrupted. */
    static Answer of(List<String> args, Prompt prompt, Interruption interruption) {
        return of(args, () -> Variables.ofProcess(Path.of("")), Optional.empty(), Optional.of(prompt), interruption);
    }

    private static Answer of(
            List<String> args,
            Supplier<Variables> variables,
            Optional<Screen> screen,
            Optional<Prompt> prompt,
            Interruption interruption) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CommandLines.execute(
                args.toArray(String[]::new),
                new Surroundings(
                        args,
                        variables,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        interruption,
                        () -> screen,
                        () -> prompt));
        return new Answer(status, out.toString(), err.toString());
    }

    /** Standard output, which has one JSON object of the contract's version and nothing else. */
    public JsonNode json() {
        JsonNode object = MAPPER.readTree(out);
        assertThat(object.isObject()).as(out).isTrue();
        assertThat(object.path("schemaVersion").asInt()).as("schemaVersion").isEqualTo(1);
        return object;
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }
}
