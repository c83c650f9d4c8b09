package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a jar of {@code --modules-jar}, and where. */
class MistakesInJarsOnTheCommandLineTest {

    @TempDir
    private Path folder;

    private ShopInAJar scene;

    @BeforeEach
    void write() throws IOException {
        scene = new ShopInAJar(folder);
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    void sayWhereTheyFail() {
        scene.shop().sql("V20260303000000__wrong.sql", "SELECT 1;\nSELECT nonsense;\n");
        Answer answer = scene.run("upgrade --modules-jar " + scene.jar());
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains(
                        "failed at " + folder.resolve("shop.jar") + "!/db/migration/shop/V20260303000000__wrong.sql:2");
    }

    @Test
    void areReadAsMistakesWithCodes() throws IOException {
        Path jar = scene.jar();
        byte[] whole = Files.readAllBytes(jar);
        Answer missing = scene.run("status --modules-jar " + jar + " " + folder.resolve("gone.jar"));
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err())
                .startsWith("error: invalid-jar: " + folder.resolve("gone.jar")
                        + " cannot be opened: it does not exist.\n");
        Files.write(jar, Arrays.copyOf(whole, whole.length - 30));
        assertThat(scene.run("upgrade --output json --modules-jar " + jar)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("invalid-jar");
    }

    /** The file that cannot be read is asked for long after the jar was opened. */
    @Test
    void sayWhichFileOfTheJarCannotBeRead() throws IOException {
        Path jar = scene.jar();
        byte[] bytes = Files.readAllBytes(jar);
        String entry = "db/migration/shop/V20260301000000__orders.sql";
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        Arrays.fill(bytes, name + entry.length(), name + entry.length() + 20, (byte) 0xFF);
        Files.write(jar, bytes);

        Answer answer = scene.run("upgrade --modules-jar " + jar);

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).startsWith("error: unparsable: " + jar + "!/" + entry + " cannot be read: ");
    }

    @Test
    void sayWhichClassIsForANewerJava() throws IOException {
        Path type = scene.shop().compile().root().resolve("db/migration/shop/V20260302000000__First_orders.class");
        byte[] bytes = Files.readAllBytes(type);
        bytes[7] = 99;
        Files.write(type, bytes);
        Answer answer = scene.run("validate --modules-jar " + scene.jar());
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out() + answer.err())
                .contains(
                        "invalid-class",
                        folder.resolve("shop.jar") + "!/db/migration/shop/V20260302000000__First_orders.class");
    }
}
