package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A script that ends where it should is proven only if it does to rows what it says. */
class DoubtsAboutAScriptTest {

    private static final LostValues LOST = new LostValues("shop.a.x", "1", "2", false);

    private static SchemaStatement statement(HazardCode... codes) {
        return SchemaStatement.of(Action.ALTER, Kind.TABLE, "shop.a", "UPDATE shop.a SET x = 2")
                .with(List.of(codes).stream()
                        .map(each -> new Hazard(each, "said"))
                        .toList());
    }

    private static List<String> doubts(SchemaStatement statement, List<LostValues> lost, boolean refused) {
        List<ScriptProof.Refusal> refusals = refused ? List.of(new ScriptProof.Refusal(statement, "no")) : List.of();
        return new ScriptProof(List.of(), List.of(), refusals, lost).listDoubts(List.of(statement));
    }

    @Test
    void valuesMayGoOnlyIfThatIsSaid() {
        assertThat(doubts(statement(), List.of(LOST), false)).containsExactly("rows change: shop.a.x: 1 became 2");
        assertThat(doubts(statement(HazardCode.DATA_LOSS), List.of(LOST), false))
                .isEmpty();
        assertThat(doubts(statement(), List.of(new LostValues("shop.a.x", "1", "2", true)), false))
                .isEmpty();
    }

    @Test
    void rowsMayBeInTheWayOnlyIfThatIsSaid() {
        assertThat(doubts(statement(), List.of(), true)).hasSize(1).allMatch(each -> each.contains("no at: UPDATE"));
        assertThat(doubts(statement(HazardCode.DATA_DEPENDENT), List.of(), true))
                .isEmpty();
    }
}
