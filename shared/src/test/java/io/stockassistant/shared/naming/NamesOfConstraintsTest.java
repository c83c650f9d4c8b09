package io.stockassistant.shared.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesOfConstraintsTest {

    private static final String LONG = "a_column_of_thirty_characters_";

    @ParameterizedTest
    @CsvSource({
        "PRIMARY_KEY,   stock_info,          id,                     pk_stock_info_id",
        "PRIMARY_KEY,   stock_daily,         third_code trade_date,  pk_stock_daily_third_code_trade_date",
        "PRIMARY_KEY,   role_permissions,    role_id permission_id,  pk_role_permissions_role_id_permission_id",
        "UNIQUE,        llm_configs,         alias,                  uq_llm_configs_alias",
        "FOREIGN_KEY,   api_keys,            user_id,                fk_api_keys_user_id",
        "CHECK,         sync_tasks,          batch_size,             ck_sync_tasks_batch_size",
        "INDEX,         sync_failure_records, job_type,              ix_sync_failure_records_job_type",
    })
    void theyAreThoseOfTheMigrations(ConstraintKind kind, String table, String columns, String name) {
        assertThat(kind.nameOf(table, List.of(columns.split(" ", -1)))).isEqualTo(name);
    }

    @Test
    void aNameOfSixtyThreeBytesIsKept() {
        String column = "c".repeat(63 - "ix_t_".length());

        assertThat(ConstraintKind.INDEX.nameOf("t", List.of(column))).isEqualTo("ix_t_" + column);
        assertThat(ConstraintKind.INDEX.nameOf("t", List.of(column + "c")))
                .hasSize(63)
                .startsWith("ix_t_ccc")
                .isEqualTo(ConstraintKind.INDEX.nameOf("t", List.of(column + "c")));
    }

    @Test
    void longNamesThatDifferAtTheEndStayTwo() {
        String one = ConstraintKind.UNIQUE.nameOf("table", List.of(LONG + 1, LONG + 2, LONG + 3));
        String other = ConstraintKind.UNIQUE.nameOf("table", List.of(LONG + 1, LONG + 2, LONG + 4));

        assertThat(one).isNotEqualTo(other).startsWith("uq_table_" + LONG);
    }

    @Test
    void lettersOfSeveralBytesAreNotCutInTwo() {
        for (String letter : List.of("ä", "股", "𠀀")) {
            for (int shift = 0; shift < 4; shift++) {
                String name = ConstraintKind.CHECK.nameOf("t".repeat(1 + shift), List.of(letter.repeat(40)));

                assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
                assertThat(name).doesNotContain("\uFFFD").matches("ck_t+_" + letter + "+_[0-9a-f]{10}");
            }
        }
    }

    @Test
    void thereIsNoneWithoutColumns() {
        assertThatThrownBy(() -> ConstraintKind.CHECK.nameOf("stock_info", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stock_info");
    }
}
