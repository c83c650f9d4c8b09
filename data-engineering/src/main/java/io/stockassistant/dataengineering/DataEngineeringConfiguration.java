package io.stockassistant.dataengineering;

import io.stockassistant.dataengineering.dailybar.DailyBars;
import io.stockassistant.dataengineering.dailybar.application.RecordDailyBars;
import io.stockassistant.dataengineering.dailybar.persistence.DailyBarPersistence;
import io.stockassistant.dataengineering.finance.FinanceReports;
import io.stockassistant.dataengineering.finance.application.RecordFinanceReports;
import io.stockassistant.dataengineering.finance.persistence.FinancePersistence;
import io.stockassistant.dataengineering.stock.Stocks;
import io.stockassistant.dataengineering.stock.application.ListStocks;
import io.stockassistant.dataengineering.stock.application.RegisterStock;
import io.stockassistant.dataengineering.stock.persistence.StockPersistence;
import io.stockassistant.dataengineering.sync.SyncFailures;
import io.stockassistant.dataengineering.sync.SyncTasks;
import io.stockassistant.dataengineering.sync.application.AdvanceSyncTask;
import io.stockassistant.dataengineering.sync.application.ClaimSyncTask;
import io.stockassistant.dataengineering.sync.application.CompleteSyncTask;
import io.stockassistant.dataengineering.sync.application.FailSyncTask;
import io.stockassistant.dataengineering.sync.application.ListRetryableSyncFailures;
import io.stockassistant.dataengineering.sync.application.PauseSyncTask;
import io.stockassistant.dataengineering.sync.application.RecordSyncFailure;
import io.stockassistant.dataengineering.sync.application.ResolveSyncFailure;
import io.stockassistant.dataengineering.sync.application.ResumeSyncTask;
import io.stockassistant.dataengineering.sync.application.RetrySyncFailure;
import io.stockassistant.dataengineering.sync.application.StartSyncTask;
import io.stockassistant.dataengineering.sync.persistence.SyncPersistence;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The use cases of this context. Asks for a {@code DataSource}, a {@code JdbcClient} and a transaction manager on it, and a
 * {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@Import({DailyBarPersistence.class, FinancePersistence.class, StockPersistence.class, SyncPersistence.class})
public class DataEngineeringConfiguration {

    @Bean
    RegisterStock registerStock(Stocks stocks) {
        return new RegisterStock(stocks);
    }

    @Bean
    ListStocks listStocks(Stocks stocks) {
        return new ListStocks(stocks);
    }

    @Bean
    RecordDailyBars recordDailyBars(DailyBars bars) {
        return new RecordDailyBars(bars);
    }

    @Bean
    RecordFinanceReports recordFinanceReports(FinanceReports reports, Stocks stocks, Clock clock) {
        return new RecordFinanceReports(reports, stocks, clock);
    }

    @Bean
    StartSyncTask startSyncTask(SyncTasks tasks, Clock clock) {
        return new StartSyncTask(tasks, clock);
    }

    @Bean
    ClaimSyncTask claimSyncTask(SyncTasks tasks, Clock clock) {
        return new ClaimSyncTask(tasks, clock);
    }

    @Bean
    AdvanceSyncTask advanceSyncTask(SyncTasks tasks, Clock clock) {
        return new AdvanceSyncTask(tasks, clock);
    }

    @Bean
    PauseSyncTask pauseSyncTask(SyncTasks tasks, Clock clock) {
        return new PauseSyncTask(tasks, clock);
    }

    @Bean
    ResumeSyncTask resumeSyncTask(SyncTasks tasks, Clock clock) {
        return new ResumeSyncTask(tasks, clock);
    }

    @Bean
    FailSyncTask failSyncTask(SyncTasks tasks, Clock clock) {
        return new FailSyncTask(tasks, clock);
    }

    @Bean
    CompleteSyncTask completeSyncTask(SyncTasks tasks, Clock clock) {
        return new CompleteSyncTask(tasks, clock);
    }

    @Bean
    RecordSyncFailure recordSyncFailure(SyncFailures failures, Clock clock) {
        return new RecordSyncFailure(failures, clock);
    }

    @Bean
    RetrySyncFailure retrySyncFailure(SyncFailures failures, Clock clock) {
        return new RetrySyncFailure(failures, clock);
    }

    @Bean
    ListRetryableSyncFailures listRetryableSyncFailures(SyncFailures failures) {
        return new ListRetryableSyncFailures(failures);
    }

    @Bean
    ResolveSyncFailure resolveSyncFailure(SyncFailures failures, Clock clock) {
        return new ResolveSyncFailure(failures, clock);
    }
}
