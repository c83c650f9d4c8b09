package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.script.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is in the way of a DROP, as the server says it, and what helps: that depends on who made it. */
final class DependentObject {

    /** Its kind and its name are in the language of the server; where the verb is too, only the schema is found. */
    private static final Pattern PHRASE = Pattern.compile("^(.+) depends on ", Pattern.MULTILINE);

    private final Migrations migrations;
    private final PreparedStep step;
    private final String detail;

    /** @param detail the server's list of objects */
    DependentObject(Migrations migrations, PreparedStep step, String detail) {
        this.migrations = migrations;
        this.step = step;
        this.detail = detail;
    }

    /** Empty where nobody knows better than to mend the script. */
    Optional<String> findRemedy() {
        return findOtherModule().map(this::remedy).or(this::findOwnRemedy);
    }

    private String remedy(Module module) {
        String line = "the line '-- depends-on: " + step.step().name() + "'";
        List<Repeatable> repeatables = step.isUpgrade() ? List.of() : migrations.listRepeatables(module.name());
        List<Repeatable> makers = makers(repeatables);
        String withDrop = "Write " + line + " into a versioned migration of " + module.name()
                + " whose U file drops it (DROP … IF EXISTS): that is undone first, and the next upgrade makes it again.";
        if (!makers.isEmpty()) {
            return "An object of module " + module.name() + " depends on this, which " + names(makers)
                    + " makes; a repeatable migration is not undone. " + withDrop;
        }
        return "An object of module " + module.name() + " depends on this. Add " + line + " to the migration of "
                + module.name() + " that creates it: then it is undone first."
                + (repeatables.isEmpty()
                        ? ""
                        : " If a repeatable one does (" + names(repeatables) + "), that is not undone. " + withDrop);
    }

    private Optional<String> findOwnRemedy() {
        List<Repeatable> makers = step.isUpgrade()
                ? List.of()
                : makers(migrations.listRepeatables(step.module().name()));
        return makers.isEmpty()
                ? Optional.empty()
                : Optional.of("An object depends on this, which " + names(makers)
                        + " makes; a repeatable migration is not undone. Drop it first (DROP … IF EXISTS) in "
                        + step.script().file().path() + ", then repeat the command; the next upgrade makes it again.");
    }

    /** The server names dependent objects with their schema when it is not that of the step. */
    private Optional<Module> findOtherModule() {
        return migrations.modules().list().stream()
                .filter(each -> !each.name().equals(step.module().name()))
                .filter(each ->
                        detail.contains(" " + each.schema() + ".") || detail.contains("\"" + each.schema() + "\"."))
                .findFirst();
    }

    private List<Repeatable> makers(List<Repeatable> repeatables) {
        List<Pattern> names = names().stream()
                .map(each -> Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])" + Pattern.quote(each) + "(?![\\p{L}\\p{N}_])"))
                .toList();
        return repeatables.stream()
                .filter(each -> each.upgrade() instanceof SqlFile file
                        && names.stream()
                                .anyMatch(name -> name.matcher(file.text()).find()))
                .toList();
    }

    /** Of the objects, without schema and arguments: {@code function shop.total(integer)} is {@code total}. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher phrase = PHRASE.matcher(detail);
        while (phrase.find()) {
            String words = phrase.group(1).replaceFirst("\\(.*\\)$", "");
            names.add(words.substring(Math.max(words.lastIndexOf(' '), words.lastIndexOf('.')) + 1)
                    .replace("\"", ""));
        }
        return names;
    }

    private static String names(List<Repeatable> repeatables) {
        return repeatables.stream().map(each -> each.upgrade().name()).collect(Collectors.joining(", "));
    }
}
