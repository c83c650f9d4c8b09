package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.backfill.ReplicaLag.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowFarAReplicaIsBehindTest {

    /** One look a second, each with the end of the log and what the replica has replayed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    it has everything                        | 10:10 20:20 30:30       | 0 | 0
                    nothing is written                       | 10:10 10:10 10:10       | 0 | 0
                    nothing is written, and it is far behind | 10:5 10:5 10:5          | 0 | 2
                    it is one look behind                    | 10:10 20:10 30:20       | 0 | 1
                    it is paused                             | 10:10 20:10 30:10 40:10 | 0 | 3
                    it is paused between two looks           | 10:10 20:15 30:15 40:15 | 0 | 3
                    it goes on                               | 10:10 20:10 30:10 30:30 | 0 | 0
                    it was behind before anybody looked      | 10:1 20:2               | 0 | 1
                    and the server has known that            | 10:1 20:2               | 9 | 9
                    the server says what is long past        | 10:10 20:20             | 9 | 0
                    it is ahead of what was looked at        | 10:12 20:22             | 0 | 0
                    """)
    void followsFromWhatItHasReplayed(String words, String looks, long reported, long seconds) {
        ReplicaLag lag = new ReplicaLag();
        Replica replica = new Replica("second", 0, Duration.ZERO);
        long now = -5_000_000_000L;
        for (String look : looks.split(" ", -1)) {
            String[] ends = look.split(":", -1);
            now += 1_000_000_000L;
            replica = new Replica("second", Long.parseLong(ends[1]), Duration.ofSeconds(reported));
            lag.look(now, Long.parseLong(ends[0]), List.of(replica));
        }
        assertThat(lag.of(replica)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** The one that is paused keeps what the other ones have long had. */
    @ParameterizedTest
    @CsvSource({"2", "50"})
    void isOfEachItsOwn(int looks) {
        ReplicaLag lag = new ReplicaLag();
        List<Replica> replicas = new ArrayList<>();
        for (int i = 1; i <= looks; i++) {
            replicas = List.of(new Replica("paused", 1, Duration.ZERO), new Replica("good", i, Duration.ZERO));
            lag.look(Duration.ofSeconds(i).toNanos(), i, replicas);
        }
        assertThat(lag.of(replicas.get(0))).isEqualTo(Duration.ofSeconds(looks - 1));
        assertThat(lag.of(replicas.get(1))).isZero();
    }
}
