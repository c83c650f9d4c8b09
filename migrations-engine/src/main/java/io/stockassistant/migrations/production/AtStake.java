package io.stockassistant.migrations.production;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that a step would lose.
 *
 * @param step the step's address
 * @param object the table or column by its name in the database, or in words what nobody can name
 * @param rows how many, in words
 */
public record AtStake(String step, String object, String rows) {

    /** One sentence a step, for example {@code shop@20260301 drops shop.items.note (12 rows), shop.old (1 row)}. */
    public static List<String> sentences(List<AtStake> losses) {
        Map<String, List<String>> bySteps = new LinkedHashMap<>();
        losses.forEach(each -> bySteps.computeIfAbsent(each.step(), key -> new ArrayList<>())
                .add(each.object() + " (" + each.rows() + ")"));
        List<String> sentences = new ArrayList<>();
        bySteps.forEach((step, objects) -> sentences.add(step + " drops " + String.join(", ", objects)));
        return sentences;
    }
}
