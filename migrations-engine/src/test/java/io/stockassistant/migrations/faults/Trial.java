package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.faults.Stage.Way;
import io.stockassistant.migrations.faults.Tollgate.Moment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run that is disturbed at a random moment, and the plain command after it that puts everything right. */
final class Trial {

    private static final long LONGEST_DELAY_NANOS = 5_000_000;
    private static final int MOST_REPAIRS = 2;
    private static final Pattern REPAIR = Pattern.compile("migrations repair ?([^\\s']*)");

    private final Stage stage;
    private final Way way;
    private final Fault fault;
    private final Random random;

    Trial(Stage stage, Way way, Fault fault, Random random) {
        this.stage = stage;
        this.way = way;
        this.fault = fault;
        this.random = random;
    }

    /** @param repairs how often the next run asked for a repair, which happens without a transaction only */
    record Outcome(boolean struck, int status, int repairs) {}

    Outcome play() throws Exception {
        Moment moment = new Moment(
                1 + random.nextInt(stage.queries(way)), random.nextBoolean(), random.nextLong(LONGEST_DELAY_NANOS), "");
        String database = stage.copy(way);
        try {
            Fault.Effect effect = fault.disturb(stage, way, database, moment, random);
            int repairs = putRight(database);
            stage.drop(database);
            return new Outcome(effect.struck(), effect.answer().status(), repairs);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("hit at " + moment + ", left in database " + database, e);
        }
    }

    private int putRight(String database) throws SQLException {
        boolean back = way == Way.DOWN && random.nextBoolean();
        int repairs = 0;
        Answer answer = stage.run(database, back ? Way.UP.command() : way.command());
        while (answer.err().contains("error: failed-migration: ") && repairs < MOST_REPAIRS) {
            repair(database, answer);
            repairs++;
            // what is half undone is undone once more; to turn round there, somebody has to take it back by hand
            back = false;
            answer = stage.run(database, way.command());
        }
        assertThat(answer.status()).as(answer.err()).isZero();
        if (way == Way.UP) {
            stage.assertFull(database);
        } else if (back) {
            stage.assertFullNow(database);
        } else {
            stage.assertGone(database);
        }
        return repairs;
    }

    /** Does what the message says. There is nothing to take back by hand: those scripts can be repeated. */
    private void repair(String database, Answer refused) {
        Matcher said = REPAIR.matcher(refused.err());
        assertThat(said.find()).as(refused.err()).isTrue();
        List<String> command = new ArrayList<>(List.of("repair", "--yes"));
        if (!said.group(1).isEmpty()) {
            command.add(said.group(1));
        }
        Answer answer = stage.run(database, command);
        assertThat(answer.status()).as(answer.err()).isZero();
    }
}
