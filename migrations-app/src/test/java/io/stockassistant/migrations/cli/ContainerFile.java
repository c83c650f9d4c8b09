package io.stockassistant.migrations.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The instructions of deploy/Dockerfile, in their order; one that goes over several lines is one. */
final class ContainerFile {

    /**
     * An instruction.
     *
     * @param name in upper case
     */
    record Instruction(String name, String words) {

        /** The words of a form that no shell reads. */
        List<String> exec() {
            return List.of(JsonMapper.shared().readValue(words, String[].class));
        }
    }

    private final List<Instruction> all = new ArrayList<>();

    ContainerFile(String text) {
        String joined = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .reduce("", (before, line) -> before + line + "\n")
                .replaceAll("\\\\\n\\s*", "");
        joined.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] words = line.strip().split("\\s+", 2);
            all.add(new Instruction(words[0], words[1]));
        });
    }

    static ContainerFile read() {
        return new ContainerFile(DeployFile.text("deploy/Dockerfile"));
    }

    List<Instruction> list() {
        return List.copyOf(all);
    }

    List<Instruction> list(String name) {
        return all.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** Those of the stage that becomes the image. */
    List<Instruction> listOfImage() {
        Instruction from = list("FROM").get(list("FROM").size() - 1);
        return List.copyOf(all.subList(all.indexOf(from), all.size()));
    }

    Instruction ofImage(String name) {
        Stream<Instruction> named =
                listOfImage().stream().filter(each -> each.name().equals(name));
        return named.reduce((one, other) -> {
                    throw new AssertionError("twice: " + name);
                })
                .orElseThrow();
    }

    /** How the image starts the program, with another jar in the place of its own. */
    List<String> start(String jar) {
        List<String> words = new ArrayList<>(ofImage("ENTRYPOINT").exec());
        words.set(words.size() - 1, jar);
        words.set(0, TheProgram.javaHome().resolve("bin/java").toString());
        return words;
    }
}
