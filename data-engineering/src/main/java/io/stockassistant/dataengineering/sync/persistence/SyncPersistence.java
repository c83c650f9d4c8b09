package io.stockassistant.dataengineering.sync.persistence;

import io.stockassistant.dataengineering.sync.SyncFailures;
import io.stockassistant.dataengineering.sync.SyncTasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps synchronisation tasks and failures in the database. */
@Configuration(proxyBeanMethods = false)
public class SyncPersistence {

    /** All tasks, in the table {@code sync_tasks}. */
    @Bean
    SyncTasks syncTasks(JdbcClient jdbc) {
        return new SyncTasksJdbc(jdbc, new SyncTaskMapperGenerated());
    }

    /** All failures, in the table {@code sync_failure_records}. */
    @Bean
    SyncFailures syncFailures(JdbcClient jdbc) {
        return new SyncFailuresJdbc(jdbc, new SyncFailureMapperGenerated());
    }
}
