package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of files whose migrations get other versions. */
class VersionedNameTest {

    @ParameterizedTest
    @CsvSource({
        "V3__a_b.sql, V9__a_b.sql, true",
        "U3__a_b.sql, U9__a_b.sql, false",
        "V3.sql, V9.sql, true",
        "V3.SQL, V9.SQL, true",
        "V1_2__a.sql, V9__a.sql, true",
        "V3.0__x.sql.conf, V9__x.sql.conf, false",
        "U3.sql.conf, U9.sql.conf, false",
        "D3__a.sql, D9__a.sql, false",
        "D3__a.sql.conf, D9__a.sql.conf, false",
        "V3__a__b.sql, V9__a__b.sql, true",
    })
    void keepWhatStandsBehindTheVersion(String old, String changed, boolean upgrade) {
        VersionedName name = VersionedName.find(old).orElseThrow();

        assertThat(name.withVersion(Version.of("9"))).hasToString(changed);
        assertThat(name.isUpgrade()).isEqualTo(upgrade);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HEAD",
                ".conf",
                "R__a.sql",
                "R__a.sql.conf",
                "v3__a.sql",
                "V3__a.txt",
                "upgrade.sql.template"
            })
    void areNoneOfOtherFiles(String name) {
        assertThat(VersionedName.find(name)).isEmpty();
    }
}
