package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes publications, which stand in no schema. */
public final class PublicationSql {

    private static final String ALL_TABLES = "all tables";

    private PublicationSql() {}

    /** Makes it, with its comment. */
    public static List<String> create(CatalogObject publication) {
        String name = publication.name();
        return Stream.concat(
                        Stream.of("CREATE PUBLICATION " + name + content(publication) + options(publication)),
                        Rights.comment(publication, "PUBLICATION " + name).stream())
                .toList();
    }

    /** What it publishes, beginning with {@code FOR}; empty for nothing. */
    public static String content(CatalogObject publication) {
        if (publishesAll(publication)) {
            return " FOR ALL TABLES";
        }
        List<String> parts = new ArrayList<>();
        publication
                .find("tables")
                .ifPresent(each ->
                        parts.add("TABLE " + String.join(", ", each.lines().toList())));
        publication.find("schemas").ifPresent(each -> parts.add("TABLES IN SCHEMA " + each));
        return parts.isEmpty() ? "" : " FOR " + String.join(", ", parts);
    }

    /** Whether it publishes whatever table there is, which no statement changes. */
    public static boolean publishesAll(CatalogObject publication) {
        return publication.has(ALL_TABLES);
    }

    /** How it publishes, beginning with {@code WITH}. */
    public static String options(CatalogObject publication) {
        return " WITH (publish = " + Literals.quote(publication.find("publish").orElse(""))
                + ", publish_via_partition_root = " + publication.has("via root") + ")";
    }
}
