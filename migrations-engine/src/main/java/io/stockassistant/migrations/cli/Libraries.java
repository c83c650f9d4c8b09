package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.Engines;
import io.stockassistant.migrations.autogenerate.hibernate.HibernateModelDdl;
import io.stockassistant.migrations.change.pgcodekeeper.PgCodeKeeperDiff;

/** Which libraries read models and compare schemas in this program. */
final class Libraries {

    private Libraries() {}

    static Engines engines() {
        return new Engines(new HibernateModelDdl(), new PgCodeKeeperDiff());
    }
}
