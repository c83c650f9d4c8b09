package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The settings around statements that make routines, of which each piece of a cut script needs its own. */
final class RoutineBodies {

    private static final Pattern SETTING = Pattern.compile("^(?:SET LOCAL|RESET) check_function_bodies\\b");
    private static final Pattern ROUTINE =
            Pattern.compile("^CREATE\\s+(?:OR REPLACE\\s+)?(?:FUNCTION|PROCEDURE|AGGREGATE)\\b");

    private RoutineBodies() {}

    static List<SchemaStatement> without(List<SchemaStatement> statements) {
        return statements.stream().filter(each -> !isSetting(each)).toList();
    }

    static boolean isSetting(SchemaStatement each) {
        return SETTING.matcher(each.sql()).lookingAt();
    }

    static List<SchemaStatement> unchecked(List<SchemaStatement> statements) {
        if (statements.stream().noneMatch(each -> ROUTINE.matcher(each.sql()).lookingAt())) {
            return statements;
        }
        List<SchemaStatement> all = new ArrayList<>();
        all.add(SchemaStatement.of(Action.NONE, Kind.OTHER, "", "SET LOCAL check_function_bodies = off"));
        all.addAll(statements);
        all.add(SchemaStatement.of(Action.NONE, Kind.OTHER, "", "RESET check_function_bodies"));
        return all;
    }
}
