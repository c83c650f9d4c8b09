package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command, or the program itself.
 *
 * @param path its words, the program's name first
 * @param headline what it does, in a sentence
 * @param synopsis how it is typed, without naming its options
 * @param description more about it; may be empty
 * @param options its own and those of every command
 * @param commands those below it
 * @param examples lines as help shows them
 */
public record ShownCommand(
        List<String> path,
        String headline,
        String synopsis,
        String description,
        List<ShownParameter> parameters,
        List<ShownOption> options,
        List<ShownCommand> commands,
        List<String> examples) {

    /** Its last word. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** All its words, as they are typed. */
    public String words() {
        return String.join(" ", path);
    }

    /** The name of its page in the manual. */
    public String page() {
        return String.join("-", path);
    }

    /** This one and all below it. */
    public Stream<ShownCommand> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(ShownCommand::all));
    }

    List<ShownOption> ownOptions() {
        return options.stream().filter(each -> !each.isCommon()).toList();
    }

    List<ShownOption> commonOptions() {
        return options.stream().filter(ShownOption::isCommon).toList();
    }

    /** Of the program: what every command has, and has in the same form. */
    List<ShownOption> sharedOptions() {
        return options.stream()
                .filter(option -> all().allMatch(each -> each.options.contains(option)))
                .toList();
    }

    List<ShownOption> optionsBeside(List<ShownOption> shared) {
        return options.stream().filter(each -> !shared.contains(each)).toList();
    }

    /** What all its parameters take. */
    Values values() {
        return parameters.stream().map(ShownParameter::values).distinct().reduce(Values.NONE, Values::and);
    }
}
