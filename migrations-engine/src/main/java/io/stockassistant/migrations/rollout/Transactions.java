package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which statements may be in a transaction with which others. */
final class Transactions {

    private static final Pattern REFUSED = Pattern.compile("^(?:CREATE (?:UNIQUE )?|DROP )INDEX CONCURRENTLY ");
    private static final String BEGIN = "BEGIN";

    private Transactions() {}

    /** Whether the server refuses it in a transaction; engine and Flyway see that by themselves. */
    static boolean isRefused(String sql) {
        return REFUSED.matcher(sql).lookingAt();
    }

    /** Whether all of them may run in one transaction that begins before them. */
    static boolean fitIntoOne(List<SchemaStatement> statements) {
        return statements.stream()
                .noneMatch(each -> isRefused(each.sql()) || each.sql().equals(BEGIN));
    }

    /** Whether a file with them has to say that it runs without a transaction, since that is not to be seen. */
    static boolean haveToSaySo(List<SchemaStatement> statements) {
        return !fitIntoOne(statements) && !statements.stream().allMatch(each -> isRefused(each.sql()));
    }

    /** Cut behind each statement that has to be committed before the next. */
    static List<List<SchemaStatement>> cut(List<SchemaStatement> statements) {
        List<List<SchemaStatement>> all = new ArrayList<>();
        List<SchemaStatement> current = new ArrayList<>();
        for (SchemaStatement each : RoutineBodies.without(statements)) {
            current.add(each);
            if (!each.transactional()) {
                all.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            all.add(current);
        }
        return all.stream().map(RoutineBodies::unchecked).toList();
    }

    /** The same for one file: with the transactions that it needs, if one is not enough. */
    static List<SchemaStatement> inOneFile(List<SchemaStatement> statements) {
        List<List<SchemaStatement>> pieces = cut(statements);
        if (pieces.size() < 2) {
            return statements;
        }
        List<SchemaStatement> all = new ArrayList<>();
        for (List<SchemaStatement> piece : pieces) {
            if (piece.size() == 1 && !piece.get(0).transactional()) {
                all.add(oncePossible(piece.get(0)));
            } else {
                all.add(control(BEGIN));
                piece.forEach(each -> all.add(oncePossible(each)));
                all.add(control("COMMIT"));
            }
        }
        return all;
    }

    /** A file that runs without a transaction may be run again from its beginning. */
    private static SchemaStatement oncePossible(SchemaStatement each) {
        return each.transactional()
                ? each
                : new SchemaStatement(
                        each.action(),
                        each.kind(),
                        each.object(),
                        each.sql().replaceFirst("(\\sADD VALUE) '", "$1 IF NOT EXISTS '"),
                        false,
                        each.hazards());
    }

    private static SchemaStatement control(String sql) {
        return SchemaStatement.of(Action.NONE, Kind.OTHER, "", sql);
    }
}
