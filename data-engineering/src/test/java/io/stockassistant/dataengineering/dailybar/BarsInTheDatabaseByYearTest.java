package io.stockassistant.dataengineering.dailybar;

import io.stockassistant.dataengineering.BarsByYear;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What is true of bars in a table in one piece is true of those in a partitioned one. */
@MigratedDatabase("data-engineering")
class BarsInTheDatabaseByYearTest extends BarsInTheDatabaseTest {

    BarsInTheDatabaseByYearTest(DataSource dataSource) {
        super(dataSource);
    }

    @BeforeAll
    static void partition(@TempDir Path folder, TestDatabase database) throws IOException {
        new BarsByYear(folder, database).release(1).release(2).release(3).type("upgrade");
    }
}
