package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of a script in the places of a rollout. */
final class Layout {

    private final List<SchemaStatement> main = new ArrayList<>();
    private final List<SchemaStatement> references = new ArrayList<>();
    private final List<Safer> chosen;
    private final List<Pattern> comments;
    private final List<Pattern> later;

    private static final Pattern VALIDATION = Pattern.compile("^ALTER TABLE .* VALIDATE CONSTRAINT ", Pattern.DOTALL);

    private Layout(List<Safer> chosen) {
        this.chosen = chosen;
        this.comments = newIndexes()
                .map(name -> Pattern.compile("^COMMENT ON (?:INDEX (?:\\S+\\.)?|CONSTRAINT )" + name + "\\s"))
                .toList();
        Stream<String> ofIndexes =
                newIndexes().map(name -> "(?:ALTER INDEX |USING INDEX |CLUSTER ON )(?:\\S+\\.)?" + name + "(?:\\s|$)");
        Stream<String> ofReferences = chosen.stream()
                .filter(each -> each.place() == Place.VALIDATION_OF_REFERENCES)
                .map(each -> ((CheckedLater) each).constraint())
                .map(each -> "^COMMENT ON CONSTRAINT " + Pattern.quote(each.name()) + " ON "
                        + Pattern.quote(each.parent()) + "\\s");
        // A column of a primary key may be null only when it is in the key no more.
        Stream<String> ofKeys = indexChanges()
                .filter(each -> each.before() != null)
                .flatMap(each -> Optional.ofNullable(each.newKeyOf()).stream())
                .map(table ->
                        "^ALTER TABLE (?:ONLY )?" + Pattern.quote(table) + "\\s+ALTER (?:COLUMN )?\\S+ DROP NOT NULL$");
        this.later = Stream.of(ofIndexes, ofReferences, ofKeys)
                .flatMap(each -> each)
                .map(Pattern::compile)
                .toList();
    }

    private Stream<IndexChange> indexChanges() {
        return chosen.stream().filter(IndexChange.class::isInstance).map(IndexChange.class::cast);
    }

    /** Their names without the schema, as patterns. */
    private Stream<String> newIndexes() {
        return indexChanges()
                .flatMap(each -> Optional.ofNullable(each.after()).stream())
                .map(each -> Pattern.quote(each.replaceFirst("^(?:\"(?:[^\"]|\"\")+\"|[^.\"]+)\\.", "")));
    }

    static Layout of(List<SchemaStatement> statements, List<Safer> chosen) {
        Layout layout = new Layout(chosen);
        for (int i = 0; i < statements.size(); i++) {
            layout.put(i, statements.get(i));
        }
        return layout;
    }

    private void put(int position, SchemaStatement statement) {
        List<Safer> safer = chosen.stream()
                .filter(each -> each.replaced().contains(position))
                .toList();
        if (!safer.isEmpty()) {
            safer.stream()
                    .filter(each -> each.position() == position)
                    .forEach(each ->
                            (each.place() == Place.VALIDATION_OF_REFERENCES ? references : main).addAll(each.first()));
        } else if (matches(later, statement)) {
            references.add(statement);
        } else if (!matches(comments, statement)) {
            main.add(statement);
        }
    }

    private static boolean matches(List<Pattern> patterns, SchemaStatement statement) {
        return patterns.stream().anyMatch(each -> each.matcher(statement.sql()).find());
    }

    List<SchemaStatement> main() {
        return main;
    }

    List<SchemaStatement> references() {
        return references;
    }

    /** Which of the safer forms stand in some place. */
    List<Safer> at(Place place) {
        return chosen.stream().filter(each -> each.place() == place).toList();
    }

    /** What takes back what safer forms have put among some statements, the last first. */
    List<SchemaStatement> backOf(List<SchemaStatement> statements) {
        List<SchemaStatement> back = new ArrayList<>();
        for (Safer each : chosen) {
            if (!each.firstBack().isEmpty() && statements.containsAll(each.first())) {
                back.addAll(0, each.firstBack());
            }
        }
        return back;
    }

    /** What reads rows comes first: what keeps readers out is held to the end of the transaction. */
    static List<SchemaStatement> upgrade(List<Safer> forms, Catalog settled, Catalog wanted) {
        Map<Boolean, List<SchemaStatement>> reading = forms.stream()
                .flatMap(each -> each.later(settled, wanted).stream())
                .collect(Collectors.partitioningBy(
                        each -> VALIDATION.matcher(each.sql()).find()));
        List<SchemaStatement> all = new ArrayList<>(reading.getOrDefault(true, List.of()));
        all.addAll(reading.getOrDefault(false, List.of()));
        return all;
    }

    static List<SchemaStatement> downgrade(List<Safer> forms, Catalog settled, Catalog wanted) {
        List<Safer> reversed = new ArrayList<>(forms);
        Collections.reverse(reversed);
        return reversed.stream()
                .flatMap(each -> each.back(settled, wanted).stream())
                .toList();
    }
}
