package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.util.StringUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File names mean what they mean to stock Flyway with its default naming. */
class FileNameTest {

    private final ResourceNameParser flyway = new ResourceNameParser(new FluentConfiguration());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__a.sql",
                "V1_1__a.sql",
                "V1.1__a.sql",
                "V1_2_3__x.sql",
                "V1.sql",
                "V__x.sql",
                "v1__x.sql",
                "V1__.sql",
                "V01__x.sql",
                "V1.__x.sql",
                "V1_.sql",
                "V1___x.sql",
                "V1__a__b.sql",
                "V1__a_b_c.sql",
                "V1__a b.sql",
                "V1__ x .sql",
                "V1__Größe_中文.sql",
                "V20260101_1__x.sql",
                "V1..2__x.sql",
                "V1__x.SQL",
                "V1__x.sql.bak",
                "V1__x.sql.conf",
                "V1-2__x.sql",
                "V1a__x.sql",
                "V 1__x.sql",
                "V1__x",
                "V1_x.sql",
                "V1_a__x.sql",
                "V1__2__x.sql",
                "V1._2__x.sql",
                "V_1__x.sql",
                "V.1__x.sql",
                "V1__a.b.sql",
                "V1__a-b.sql",
                "V99999999999999999999999__x.sql",
                "R__x.sql",
                "R__.sql",
                "R.sql",
                "R1__x.sql",
                "R__a_b.sql",
                "r__x.sql",
                "x.sql",
                "V.sql",
                ".sql",
                "V1__a\nb.sql",
                "V1__$tag.sql",
                "README.md"
            })
    void areAcceptedAndReadAsFlywayDoes(String name) {
        Optional<FileName> ours = FileName.find(name);
        ResourceName theirs = flyway.parse(name);
        // Flyway offers only files with its suffix to the parser.
        boolean accepted = StringUtils.startsAndEndsWith(name, "", ".sql") && theirs.isValid();

        assertThat(ours.isPresent()).as(theirs.getValidityMessage()).isEqualTo(accepted);
        ours.ifPresent(each -> {
            assertThat(each.description()).isEqualTo(theirs.getDescription());
            assertThat(String.valueOf(each.version())).isEqualTo(String.valueOf(theirs.getVersion()));
            assertThat(each.kind() == FileName.Kind.REPEATABLE ? "R" : "V").isEqualTo(theirs.getPrefix());
        });
    }

    /** Flyway reads them with the JDK's idea of a number; nobody writes them on purpose. */
    @ParameterizedTest
    @ValueSource(strings = {"V-1__x.sql", "V+1__x.sql", "V٣__x.sql"})
    void signsAndForeignDigitsAreRefused(String name) {
        assertThat(FileName.find(name)).isEmpty();
        assertThat(FileName.isSql(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"U1__a.sql", "U1_1__a.sql", "U1.sql", "U20260101__a_b.SQL"})
    void theWayBackIsNamedLikeTheWayThere(String name) {
        FileName back = FileName.find(name).orElseThrow();
        FileName there = FileName.find(name.replaceFirst("U", "V")).orElseThrow();

        assertThat(back).isEqualTo(new FileName(FileName.Kind.DOWNGRADE, there.version(), there.description()));
    }
}
