package io.stockassistant.migrations.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Pair;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class APlainRolloutTest {

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    @Test
    void isOnePart() throws SQLException {
        List<Part> parts = prove("a new column with everything on it");
        assertThat(parts).extracting(Part::suffix).containsExactly("");
        assertThat(parts.get(0).upgrade())
                .extracting(Object::toString)
                .noneMatch(each -> each.contains("CONCURRENTLY") || each.contains("NOT VALID"));
    }

    @Test
    void isCutWhereAValueHasToBeCommittedBeforeItIsUsed() throws SQLException {
        List<Part> parts = prove("a value that is used at once");
        assertThat(parts).extracting(Part::suffix).containsExactly("", "continued");
        assertThat(parts).allMatch(Part::transactional);
        assertThat(parts.get(0).upgrade()).singleElement().asString().contains("ADD VALUE 'two'");
    }

    @Test
    void goesBackInOneFileWhereAValueHasToBeCommittedOnTheWayBack() throws SQLException {
        List<Part> parts = prove("a value that goes, and its default");
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).downgrade())
                .extracting(each -> each.sql().replaceAll("\\s+", " "))
                .startsWith("ALTER TYPE shop.s ADD VALUE IF NOT EXISTS 'two' AFTER 'one'", "BEGIN")
                .endsWith("COMMIT");
        assertThat(new PartText().upgradeConf(parts.get(0))).isEmpty();
        assertThat(new PartText().downgradeConf(parts.get(0))).hasValue("executeInTransaction=false\n");
    }

    @Test
    void isNothingWhereNothingDiffers() throws SQLException {
        pair.build("", "CREATE TABLE a (id int)", "CREATE TABLE a (id int)");
        assertThat(plain(pair.comparison().script(pair.one(), pair.other(), List.of())))
                .isEmpty();
    }

    private List<Part> prove(String name) throws SQLException {
        RolloutCase found = RolloutCase.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        pair.build("", found.before(), found.after());
        ChangeScript script = pair.comparison().script(pair.one(), pair.other(), Rename.inOrder(found.renames()));
        List<Part> parts = plain(script);
        ProvenRollout proof =
                new RolloutProof(pair.comparison()).run(pair.one(), pair.other(), parts, script.renames());
        assertThat(proof.isExact()).as(proof.toString()).isTrue();
        return parts;
    }

    private List<Part> plain(ChangeScript script) throws SQLException {
        return new Rollout(pair.comparison()).plain(pair.one(), pair.other(), script);
    }
}
