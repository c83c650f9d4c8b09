package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.JavaFile;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.script.SqlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What has to be so before anything is replayed. */
final class Preconditions {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** Its value follows from the module alone, so that it may stand in a baseline. */
    private static final Set<String> CONSTANT = Set.of("flyway:defaultschema");

    private Preconditions() {}

    static List<Problem> check(Migrations migrations, List<Cut> cuts) {
        List<Problem> problems = new ArrayList<>();
        for (Cut cut : cuts) {
            checkFolder(cut.module(), problems);
            checkSchema(migrations, cut.module(), problems);
            cut.squashed().forEach(each -> checkPlaceholders(migrations, each, problems));
        }
        return problems;
    }

    private static void checkFolder(Module module, List<Problem> problems) {
        if (module.location().folder().isEmpty()) {
            problems.add(Refusal.of(
                    module.name(),
                    "The source files of " + module.name() + " are not below this folder: "
                            + module.location().url() + " is all that is known.",
                    "Run it in the project's root, or name the modules' folder with --modules DIR."));
        }
    }

    private static void checkSchema(Migrations migrations, Module module, List<Problem> problems) {
        migrations.modules().list().stream()
                .filter(each ->
                        each.schema().equals(module.schema()) && !each.name().equals(module.name()))
                .findFirst()
                .ifPresent(each -> problems.add(Refusal.of(
                        module.name(),
                        "The modules " + module.name() + " and " + each.name() + " share the schema " + module.schema()
                                + ", so nobody can tell whose objects are whose.",
                        "Give each module its own schema first.")));
    }

    /** A value would be the same everywhere from then on. */
    private static void checkPlaceholders(Migrations migrations, Migration migration, List<Problem> problems) {
        Map<String, String> given =
                new TreeMap<>(migrations.placeholders().of(migrations.modules().get(migration.module())));
        given.keySet().removeIf(PlaceholderValues::isReserved);
        if (migration.upgrade() instanceof JavaFile && !given.isEmpty()) {
            problems.add(Refusal.of(
                    migration.module(),
                    migration + " is a class, which may read placeholders (" + String.join(", ", given.keySet())
                            + "), whose values differ from place to place; a baseline would hold one of each.",
                    "Cut before " + migration + " (--to), or squash without giving them values."));
        }
        if (!(migration.upgrade() instanceof SqlFile file) || !file.replacesPlaceholders()) {
            return;
        }
        Matcher found = PLACEHOLDER.matcher(file.text());
        while (found.find()) {
            if (!CONSTANT.contains(found.group(1).toLowerCase(Locale.ROOT))) {
                problems.add(Refusal.of(
                        migration.module(),
                        migration.upgrade().path() + " has the placeholder " + found.group()
                                + ", whose value differs from place to place; a baseline would hold one of them.",
                        "Cut before " + migration + " (--to)."));
                return;
            }
        }
    }

    /** Those of the files to remove that there are. */
    static List<String> existing(Cut cut) {
        try {
            Set<String> names = cut.module().location().list().stream()
                    .map(SourceFile::name)
                    .collect(Collectors.toSet());
            return cut.fileNames().stream().filter(names::contains).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
