package io.stockassistant.migrations.production;

import io.stockassistant.migrations.production.PlannedTable.Column;
import io.stockassistant.migrations.production.PlannedTable.Origin;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which table a name means at one moment of a plan, with what the plan has created, renamed and dropped until then. */
final class PlannedNames {

    private final LiveTables live;
    /** Where the plan has been; empty where it has left nothing. */
    private final Map<Name, Optional<PlannedTable>> tables = new HashMap<>();
    /** The live schema behind a name that the plan has touched; empty when there is none. */
    private final Map<String, Optional<String>> schemas = new HashMap<>();

    private List<String> path = List.of();

    PlannedNames(LiveTables live) {
        this.live = live;
    }

    /** A step begins with a session of its own. */
    void begin(String schema) {
        tables.keySet().removeIf(each -> Creations.TEMPORARY.equals(each.schema()));
        search(List.of(schema, "$user", "public"));
    }

    /** @param path none when nobody knows which schemas are searched */
    void search(List<String> path) {
        List<String> all = new ArrayList<>(path);
        all.replaceAll(each -> each.equals("$user") ? live.user() : each);
        if (!all.isEmpty()) {
            all.add(0, Creations.TEMPORARY);
        }
        this.path = all;
    }

    Optional<PlannedTable> find(Name name) {
        return findPlace(name).flatMap(this::at);
    }

    /** The name with its schema, if there is such a table now. */
    Optional<Name> findPlace(Name name) {
        if (name.schema() != null) {
            return Optional.of(name).filter(each -> at(each).isPresent());
        }
        return path.stream().map(name::in).filter(each -> at(each).isPresent()).findFirst();
    }

    /** Empty if the table has no such column now. */
    Optional<Column> findColumn(PlannedTable table, String column) throws SQLException {
        Optional<Optional<Column>> touched = table.findTouched(column);
        if (touched.isPresent()) {
            return touched.get();
        }
        if (table.findLive().isEmpty()) {
            return Optional.of(new Column(table.origin(), column));
        }
        return live.hasColumn(table.findLive().get(), column)
                ? Optional.of(new Column(Origin.LIVE, column))
                : Optional.empty();
    }

    /** The tables that a schema has now, by their names of now. */
    List<Name> list(String schema) {
        TreeSet<String> names = new TreeSet<>();
        liveSchema(schema)
                .ifPresent(each ->
                        live.list(each).forEach(table -> names.add(table.name().table())));
        tables.keySet().stream().filter(each -> schema.equals(each.schema())).forEach(each -> names.add(each.table()));
        return names.stream()
                .map(each -> new Name(schema, each))
                .filter(each -> at(each).isPresent())
                .toList();
    }

    boolean hasSchema(String schema) {
        return schemas.containsKey(schema) ? schemas.get(schema).isPresent() : live.hasSchema(schema);
    }

    /** Whether a schema is there only because the plan has created it. */
    boolean isNewSchema(String schema) {
        return liveSchema(schema).filter(String::isEmpty).isPresent();
    }

    void create(Name name) {
        Optional<Name> place = name.schema() != null
                ? Optional.of(name)
                : path.stream().skip(1).findFirst().map(name::in);
        place.filter(each -> at(each).isEmpty())
                .ifPresent(each -> tables.put(each, Optional.of(PlannedTable.of(Origin.NEW))));
    }

    void createSchema(String schema) {
        if (!hasSchema(schema)) {
            schemas.put(schema, Optional.of(""));
        }
    }

    void remove(Name place) {
        tables.put(place, Optional.empty());
    }

    void move(Name from, Name to) {
        Optional<PlannedTable> table = at(from);
        tables.put(from, Optional.empty());
        tables.put(to, table);
    }

    /** Whatever has this name from now on can not be told. */
    void lose(Name place) {
        tables.put(place, Optional.of(PlannedTable.of(Origin.UNKNOWN)));
    }

    void renameSchema(String from, String to) {
        Optional<String> behind = liveSchema(from);
        Map<Name, Optional<PlannedTable>> moved = new HashMap<>();
        tables.forEach((name, table) -> moved.put(from.equals(name.schema()) ? name.in(to) : name, table));
        tables.clear();
        tables.putAll(moved);
        schemas.put(to, behind);
        schemas.put(from, Optional.empty());
    }

    void removeSchema(String schema) {
        tables.keySet().removeIf(each -> schema.equals(each.schema()));
        schemas.put(schema, Optional.empty());
    }

    void becomeUnsure() {
        tables.replaceAll((name, table) -> Optional.of(table.orElseGet(() -> PlannedTable.of(Origin.UNKNOWN))));
        tables.values().forEach(each -> each.orElseThrow().becomeUnsure());
    }

    private Optional<PlannedTable> at(Name place) {
        Optional<PlannedTable> known = tables.get(place);
        if (known == null) {
            known = liveSchema(String.valueOf(place.schema()))
                    .flatMap(schema -> live.find(schema, place.table()))
                    .map(PlannedTable::of);
            if (known.isPresent()) {
                tables.put(place, known);
            }
        }
        return known;
    }

    private Optional<String> liveSchema(String schema) {
        Optional<String> touched = schemas.get(schema);
        return touched != null ? touched : Optional.of(schema).filter(live::hasSchema);
    }
}
