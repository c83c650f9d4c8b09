package io.stockassistant.migrations.change;

import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import java.util.List;

/** The values of an enum. */
final class EnumLabels {

    private EnumLabels() {}

    /** Reads the catalog's text of them, literals with commas between. */
    static List<String> of(String literals) {
        return Tokens.of(literals).stream()
                .filter(Token::isString)
                .map(Token::text)
                .toList();
    }

    /** Whether values were only added: those of before are there in the same order. */
    static boolean isSubsequence(List<String> before, List<String> after) {
        int found = 0;
        for (String each : after) {
            if (found < before.size() && before.get(found).equals(each)) {
                found++;
            }
        }
        return found == before.size();
    }
}
