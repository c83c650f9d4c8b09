package io.stockassistant.shared.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesOfTablesAndColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "StockDailyModel,       stock_daily",
        "StockInfoModel,        stock_info",
        "RolePermissionModel,   role_permission",
        "LlmConfigModel,        llm_config",
        "LLMConfigModel,        llm_config",
        "HTTPServerModel,       http_server",
        "APIModel,              api",
        "V2APIModel,            v2_api",
        "Stock,                 stock",
        "Model,                 model",
        "DataModelModel,        data_model",
        "ModelRunModel,         model_run",
        "Remodel,               remodel",
        "OAuthClientModel,      o_auth_client",
    })
    void aClassNamesItsTable(String simpleName, String table) {
        assertThat(Naming.tableOf(simpleName)).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({
        "id,                    id",
        "thirdCode,             third_code",
        "revenuePs,             revenue_ps",
        "roa2Yearly,            roa2_yearly",
        "diluted2Eps,           diluted2_eps",
        "turnoverRateF,         turnover_rate_f",
        "nOpProfitOfEbt,        n_op_profit_of_ebt",
        "currentdebtToDebt,     currentdebt_to_debt",
        "isHs,                  is_hs",
        "isHS,                  is_hs",
        "userID,                user_id",
        "baseURL,               base_url",
        "apiURLOfModel,         api_url_of_model",
        "md5Hash,               md5_hash",
        "sha256Sum,             sha256_sum",
        "SHA256SUM,             sha256_sum",
        "last24Hours,           last24_hours",
        "x,                     x",
        "aB,                    a_b",
        "already_there,         already_there",
        "half_Way,              half_way",
        "userIDs,               user_i_ds",
    })
    void aPropertyNamesItsColumn(String property, String column) {
        assertThat(Naming.columnOf(property)).isEqualTo(column);
    }

    @Test
    void theNameOfANestedClassIsItsOwn() {
        assertThat(Naming.tableOf(SyncTaskModel.class)).isEqualTo("sync_task");
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Naming.columnOf("listID")).isEqualTo("list_id");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNameThatTheServerWouldCutIsRefused() {
        assertThat(Naming.columnOf("a".repeat(63))).hasSize(63);
        assertThatThrownBy(() -> Naming.columnOf("a".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("63 bytes")
                .hasMessageEndingWith("@Column(name = …)");
        assertThatThrownBy(() -> Naming.tableOf("Ä".repeat(32) + "Model")).hasMessageEndingWith("@Table(name = …)");
    }

    private record SyncTaskModel() {}
}
