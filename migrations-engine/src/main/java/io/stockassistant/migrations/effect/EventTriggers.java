package io.stockassistant.migrations.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Event triggers that write down in a setting of the session which commands there were and what is gone. They write no
 * table: what is built without a transaction could not go on.
 */
final class EventTriggers {

    /** Everything of ours in a database that is watched. */
    static final String SCHEMA = "migrations_effect";

    static final String SETTING = "migrations_effect.heard";

    /** Without {@code on} in this one nothing is written down: what nobody watches is built as fast as elsewhere. */
    static final String LISTENING = "migrations_effect.listening";

    private static final String COLUMN = "\u001f";
    private static final String ROW = "\u001e";

    private EventTriggers() {}

    /** @param connection of a superuser: nobody else may create event triggers */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SCHEMA);
            statement.execute(function("changed", """
                        SELECT string_agg(concat_ws(E'\\x1f', 'c', command_tag, object_type,
                            coalesce(schema_name, (SELECT object_names[1]
                                FROM pg_identify_object_as_address(classid, objid, objsubid)
                                WHERE cardinality(object_names) = 3), ''),
                            coalesce(object_identity, ''), coalesce(objid, 0)), E'\\x1e') INTO heard
                        FROM pg_event_trigger_ddl_commands();
                    """));
            statement.execute(function("dropped", """
                        SELECT string_agg(concat_ws(E'\\x1f', 'd', object_type,
                            coalesce(schema_name, CASE WHEN cardinality(address_names) = 3 THEN address_names[1] END, ''),
                            coalesce(object_identity, ''), original, normal, objid, objsubid), E'\\x1e') INTO heard
                        FROM pg_event_trigger_dropped_objects() WHERE NOT is_temporary;
                    """));
            statement.execute("CREATE EVENT TRIGGER migrations_effect_changed ON ddl_command_end EXECUTE FUNCTION "
                    + SCHEMA + ".changed()");
            statement.execute("CREATE EVENT TRIGGER migrations_effect_dropped ON sql_drop EXECUTE FUNCTION " + SCHEMA
                    + ".dropped()");
        }
    }

    private static String function(String name, String body) {
        return "CREATE FUNCTION " + SCHEMA + "." + name + "() RETURNS event_trigger LANGUAGE plpgsql"
                + " SET search_path = pg_catalog AS $$ DECLARE heard text; BEGIN\n"
                + "    IF current_setting('" + LISTENING + "', true) IS DISTINCT FROM 'on' THEN RETURN; END IF;\n"
                + body
                + "    PERFORM set_config('" + SETTING + "', coalesce(current_setting('" + SETTING
                + "', true), '') || coalesce(heard || E'\\x1e', ''), false);\nEND $$";
    }

    /** What was heard. */
    record Heard(List<DdlCommand> commands, List<Gone> gone) {}

    /** What is gone, before anybody knows since when it was there. */
    record Gone(DroppedObject object, long oid, int column) {}

    static Heard parse(String setting) {
        List<DdlCommand> commands = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        for (String row : setting.split(ROW, -1)) {
            List<String> columns = Arrays.asList(row.split(COLUMN, -1));
            if (columns.get(0).equals("c")) {
                commands.add(new DdlCommand(
                        columns.get(1),
                        columns.get(2),
                        columns.get(3),
                        columns.get(4),
                        Long.parseLong(columns.get(5))));
            } else if (columns.get(0).equals("d")) {
                DroppedObject object = new DroppedObject(
                        columns.get(1),
                        columns.get(2),
                        columns.get(3),
                        columns.get(4).equals("t"),
                        columns.get(5).equals("t"),
                        true);
                gone.add(new Gone(object, Long.parseLong(columns.get(6)), Integer.parseInt(columns.get(7))));
            }
        }
        return new Heard(commands, gone);
    }
}
