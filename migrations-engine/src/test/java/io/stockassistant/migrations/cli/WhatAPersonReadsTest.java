package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts of a morning's work, times replaced by a letter. */
final class WhatAPersonReadsTest {

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private String out(String command) {
        Answer answer = modules.run(command);
        assertThat(answer.err()).as(command).isEmpty();
        return withoutTimes(answer.out());
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "T")
                .replaceAll("\\d+(\\.\\d)? m?s\\b", "T");
    }

    @Test
    void sayWhatWasDoneAndWhereEverythingIs() {
        assertThat(out("plan")).isEqualTo("""
                    revision  description  in a transaction  why
                up  alpha@1   first        yes               pending
                up  alpha@2   second       yes               pending
                up  beta@1    only         yes               pending
                3 migrations to apply.
                """);
        assertThat(out("upgrade")).isEqualTo("""
                module  migrations  version  time
                alpha   +2          2        T
                beta    +1          1        T
                Applied 3 migrations in T.
                """);
        assertThat(out("upgrade")).isEqualTo("Nothing to do: the database is at its target.\n");
        assertThat(out("downgrade alpha@-1")).isEqualTo("""
                module  migrations  version  time
                alpha   -1          2        T
                Undid 1 migration in T.
                """);
        assertThat(out("current")).isEqualTo("""
                module  schema  current  head  pending
                alpha   alpha   1        2     1
                beta    beta    1        1     -
                """);
        assertThat(out("heads")).isEqualTo("""
                module  head  description
                alpha   2     second
                beta    1     only
                """);
        assertThat(out("status"))
                .contains("alpha   alpha   1        2     1\n")
                .endsWith("Not current. To apply what is pending: migrations upgrade\n");
        assertThat(out("downgrade base")).endsWith("Undid 2 migrations in T.\n");
        assertThat(out("plan downgrade base")).isEqualTo("Nothing to do.\n");
        assertThat(out("validate")).isEqualTo("Files and histories are valid.\n");
        assertThat(out("repair")).isEqualTo("Nothing to repair.\n");
        assertThat(out("show beta@1")).contains("beta@1  only\n", "depends on  alpha@1\n", "DROP TABLE three;\n");
    }

    @Test
    void showAFailureWithItsPlaceItsReasonAndTheWayOn() throws IOException {
        modules.write("alpha/V2__second.sql", """
                CREATE TABLE two (id integer UNIQUE);

                INSERT INTO two VALUES (1), (1);
                CREATE TABLE never ();
                """);
        Answer answer = modules.run("upgrade");
        String file = modules.modules().resolve("alpha/V2__second.sql").toString();
        assertThat(answer.err()).isEqualTo("""
                error: failed-migration: alpha@2 failed at FILE:3: duplicate key value violates unique constraint "two_id_key"
                  SQLSTATE: 23505
                  detail: Key (id)=(1) already exists.
                    | INSERT INTO two VALUES (1), (1)
                  It was rolled back as a whole: the database is as it was before this migration.
                  Applied 1 migration before it; not reached: beta@1.
                  help: Mend FILE, then repeat the command.
                """.replace("FILE", file));
        assertThat(withoutTimes(answer.out())).isEqualTo("""
                module  migrations  version  time
                alpha   +1          1        T
                """);
        assertThat(answer.status()).isEqualTo(5);
    }

    @Test
    void showEachMigrationWhenAskedToAndNothingWhenAskedNotTo() {
        assertThat(withoutTimes(modules.run("upgrade --verbose").err())).isEqualTo("""
                applied alpha@1 in T
                applied alpha@2 in T
                applied beta@1 in T
                """);
        assertThat(withoutTimes(modules.run("downgrade -1 --verbose").err())).isEqualTo("undone beta@1 in T\n");
        assertThat(modules.run("upgrade --quiet").err()).isEmpty();
    }

    @Test
    void explainADatabaseThatIsNotThere() {
        Answer answer = Answer.of(Stream.concat(
                        Stream.of("status", "--modules", modules.modules().toString()),
                        modules.connection("nowhere").stream())
                .toList());
        assertThat(answer.err()).contains("database-missing", "has no database \"nowhere\"", "CREATE DATABASE nowhere");
        assertThat(answer.status()).isEqualTo(4);
    }
}
