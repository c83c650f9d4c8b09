package io.stockassistant.migrations.testing;

import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of one test class, dropped when it is closed. */
record MigratedCopy(TestDatabase database, DataSource dataSource) implements AutoCloseable {

    static MigratedCopy of(Set<String> modules) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        TestDatabase database = TestPostgres.shared().copyOf(MigratedTemplate.get(loader, modules));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.jdbcUrl());
        return new MigratedCopy(database, source);
    }

    @Override
    public void close() {
        database.close();
    }
}
