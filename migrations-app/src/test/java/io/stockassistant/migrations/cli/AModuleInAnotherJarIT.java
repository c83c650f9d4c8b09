package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar migrations-app.jar --modules-jar}: a module that the program was built without, beside its own. */
final class AModuleInAnotherJarIT {

    @TempDir
    private Path folder;

    private TwoModules modules; // for its database

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer run(String words) throws InterruptedException {
        List<String> args = new ArrayList<>(Stream.of(words.split(" ", -1)).toList());
        args.addAll(modules.connection());
        return TheProgram.start(folder, Map.of(), args).answer();
    }

    @Test
    void buildsOnTheModulesOfTheProgram() throws InterruptedException {
        new CompiledModule(folder.resolve("desk"), "desk")
                .descriptor("    @Override public Set<String> dependsOn() { return Set.of(\"data-engineering\"); }")
                .model("PickModel", """
                        @Entity @Table(name = "picks", schema = "desk")
                        public class PickModel { @Id Integer id; @Column(length = 20) String word; }
                        """)
                .sql("V20260601000000__picks.sql", """
                        CREATE TABLE picks (id integer NOT NULL CONSTRAINT pk_picks_id PRIMARY KEY, word varchar(20));
                        """)
                .sql("U20260601000000__picks.sql", "DROP TABLE picks;\n")
                .upgrade(
                        "V20260602000000__First_pick",
                        "sql(connection, \"INSERT INTO picks SELECT count(*), 'stocks' FROM data_engineering.stock_info\");")
                .undo("U20260602000000__First_pick", "sql(connection, \"DELETE FROM picks\");")
                .jar(folder.resolve("desk.jar"));

        Answer upgraded = run("upgrade desk --modules-jar desk.jar");

        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        assertThat(upgraded.out()).contains("desk              +2").doesNotContain("llm-platform");
        assertThat(run("history desk --modules-jar desk.jar").out()).contains("First pick");
        Answer checked = run("check desk --modules-jar desk.jar --shadow-url "
                + modules.connection("postgres").get(1));
        assertThat(checked.out()).as(checked.err()).isEqualTo("desk: migrations build what the models ask for.\n");
        assertThat(run("downgrade desk@base --modules-jar desk.jar").status()).isZero();
    }

    @Test
    void isRefusedIfTheProgramHasItItself() throws InterruptedException {
        Answer answer = run("heads --modules-jar " + TheProgram.jar());
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .startsWith("error: duplicate-module: The module io.stockassistant.")
                .contains(" in " + TheProgram.jar() + " is also in the program itself.")
                .doesNotContain("\tat ");
    }
}
