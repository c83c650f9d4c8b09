package io.stockassistant.migrations.change.pgcodekeeper;

import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.SchemaDiff;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.StatementReading;
import io.stockassistant.migrations.change.UnreadableSchemaException;
import io.stockassistant.migrations.script.SqlStatements;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pgcodekeeper.core.PgDiff;
import org.pgcodekeeper.core.ignorelist.IgnoreList;
import org.pgcodekeeper.core.ignorelist.IgnoreSchemaList;
import org.pgcodekeeper.core.ignorelist.IgnoredObject;
import org.pgcodekeeper.core.loader.DatabaseLoader;
import org.pgcodekeeper.core.loader.LoaderFactory;
import org.pgcodekeeper.core.model.difftree.DbObjType;
import org.pgcodekeeper.core.model.difftree.DiffTree;
import org.pgcodekeeper.core.model.difftree.TreeElement;
import org.pgcodekeeper.core.monitor.NullMonitor;
import org.pgcodekeeper.core.schema.AbstractDatabase;
import org.pgcodekeeper.core.settings.CoreSettings;

/** Compares by pgcodekeeper, which reads both databases itself. */
public final class PgCodeKeeperDiff implements SchemaDiff {

    private static final String TIME_ZONE = "UTC";

    /** The oldest major version that the library reads. */
    private static final int OLDEST = 14;

    /** What it writes for the session; every name that it writes is qualified. */
    private static final Pattern OF_SESSION = Pattern.compile("^SET (search_path|TIMEZONE)\\b.*");

    /** What it remarks in the middle of a statement. */
    private static final Pattern REMARK = Pattern.compile(" ?/\\* TYPE change - [^*]*\\*/");

    /** What stands in a schema. The rest is made by others. */
    private static final Set<DbObjType> IN_SCHEMA = EnumSet.of(
            DbObjType.COLLATION,
            DbObjType.TYPE,
            DbObjType.DOMAIN,
            DbObjType.SEQUENCE,
            DbObjType.OPERATOR,
            DbObjType.FTS_PARSER,
            DbObjType.FTS_TEMPLATE,
            DbObjType.FTS_DICTIONARY,
            DbObjType.FTS_CONFIGURATION,
            DbObjType.TABLE,
            DbObjType.COLUMN,
            DbObjType.FUNCTION,
            DbObjType.PROCEDURE,
            DbObjType.AGGREGATE,
            DbObjType.INDEX,
            DbObjType.CONSTRAINT,
            DbObjType.VIEW,
            DbObjType.STATISTICS,
            DbObjType.TRIGGER,
            DbObjType.RULE,
            DbObjType.POLICY);

    @Override
    public List<SchemaStatement> statements(ShadowDatabase from, ShadowDatabase to, Extent extent) {
        refuseIfTooOld(from);
        CoreSettings settings = settings();
        try {
            AbstractDatabase before = load(from, extent, settings);
            AbstractDatabase after = load(to, extent, settings);
            TreeElement differences = DiffTree.create(settings, before, after);
            differences.setAllChecked();
            String script = new PgDiff(settings).diff(differences, before, after, null, null, without(extent));
            return SqlStatements.of(script).stream()
                    .filter(each -> !OF_SESSION.matcher(each).matches())
                    .map(each -> StatementReading.read(REMARK.matcher(each).replaceAll("")))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableSchemaException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableSchemaException("The comparison was interrupted.", e);
        }
    }

    private static void refuseIfTooOld(ShadowDatabase database) {
        try (Connection connection = database.open("compare")) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new UnreadableSchemaException(
                        "Schemas are compared on PostgreSQL " + OLDEST + " or newer, and the shadow server is " + major
                                + ": name a newer one with --shadow-url.",
                        null);
            }
        } catch (SQLException e) {
            throw new UnreadableSchemaException(String.valueOf(e.getMessage()), e);
        }
    }

    private static CoreSettings settings() {
        CoreSettings settings = new CoreSettings();
        settings.setIgnoreColumnOrder(true);
        // Owners would come with the rights.
        settings.setIgnorePrivileges(true);
        settings.setAllowedTypes(List.copyOf(IN_SCHEMA));
        settings.setEnableFunctionBodiesDependencies(true);
        settings.setDisableCheckFunctionBodies(false);
        return settings;
    }

    private static AbstractDatabase load(ShadowDatabase database, Extent extent, CoreSettings settings)
            throws IOException, InterruptedException {
        IgnoreSchemaList only = new IgnoreSchemaList();
        only.setShow(false);
        for (String each : extent.schemas()) {
            only.add(new IgnoredObject(each, null, true, false, false, false, EnumSet.of(DbObjType.SCHEMA)));
        }
        DatabaseLoader loader = LoaderFactory.createJdbcLoader(
                settings, TIME_ZONE, new ShadowConnector(database), new NullMonitor(), only);
        AbstractDatabase loaded = loader.loadAndAnalyze();
        List<Object> errors = loader.getErrors();
        if (!errors.isEmpty()) {
            throw new UnreadableSchemaException(errors.get(0).toString(), null);
        }
        return loaded;
    }

    private static IgnoreList without(Extent extent) {
        IgnoreList ignored = new IgnoreList();
        for (String each : extent.listHidden()) {
            ignored.add(new IgnoredObject(each, null, false, false, true, true, EnumSet.of(DbObjType.TABLE)));
        }
        return ignored;
    }
}
