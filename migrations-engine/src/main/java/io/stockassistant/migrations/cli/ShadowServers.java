package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Where throw-away databases are made, beside the database of the settings or in its place. */
record ShadowServers(CommonOptions options, Surroundings around) {

    private static final Path EMBEDDED = TargetDatabase.EMBEDDED_ROOT.resolve("shadow");

    /** On whatever server. The caller closes it. */
    Shadow open(ShadowOptions where) {
        Optional<DatabaseSettings> given = where.flags(options.databaseFlags())
                .map(flags -> DatabaseChoice.of(flags, around.variables().get()))
                .map(choice -> ((DatabaseChoice.Configured) choice).settings());
        if (given.isEmpty()) {
            around.interruption().begin(); // a server that is just starting has to be stopped, too
        }
        Shadow shadow = given.map(Shadow::on).orElseGet(() -> Shadow.embedded(EMBEDDED));
        try {
            shadow.major();
            around.interruption().begin(); // it answers, so that what is made on it can be dropped again
            around.interruption().check();
            return shadow;
        } catch (ProblemException e) {
            shadow.close();
            throw e;
        }
    }

    /**
     * On a server that reads catalogs as the one of a database in use does. The caller closes it.
     *
     * @param major the major version of that database's server
     * @param command what to repeat with another server
     * @throws ProblemException {@code shadow-version} if the server is of another major version
     */
    Shadow open(ShadowOptions where, int major, String command) {
        Shadow shadow = open(where);
        int other = shadow.major();
        if (other != major) {
            shadow.close();
            throw where.refuse(major, other, command).asException();
        }
        return shadow;
    }
}
