package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checksum of a repeatable migration is that of its text with the values with which it ran. */
final class ValuesThatAnApplicationDoesNotKnowTest {

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    /** The migrations run with place=here; the module itself brings Greeting=hello. */
    @ParameterizedTest
    @CsvSource({
        "${place},              ,      false",
        "${place},              here,  true",
        "${Greeting},           ,      false",
        "${flyway:user},        ,      false",
        "${flyway:timestamp},   ,      false",
        "${flyway:table},       ,      true",
        "${flyway:defaultSchema} ${flyway:filename}, , true",
    })
    void areNeverTakenForAnEdit(String placeholder, String known, boolean isEditSeen) throws SQLException {
        Map<String, String> values = known == null ? Map.of() : Map.of("PLACE", known);
        ReadinessSettings settings = new ReadinessSettings(ReadinessPolicy.FAIL, "./migrations", values);
        shop.module().sql("R__a.sql", "COMMENT ON TABLE item IS 'at " + placeholder + "';\n");
        assertThat(check(settings).pending()).contains("shop@R__a");

        shop.upgrade();
        assertThat(check(settings).isReady()).isTrue();

        shop.module().sql("R__a.sql", "COMMENT ON TABLE item IS 'near " + placeholder + "';\n");
        assertThat(check(settings).pending()).isEqualTo(isEditSeen ? List.of("shop@R__a") : List.of());
    }

    /** As an application does that starts now: one that runs has read its files. */
    private Readiness check(ReadinessSettings settings) {
        return shop.check(shop.source(), settings).check();
    }
}
