package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** An application whose class path has neither Flyway nor the engine nor Spring. */
final class WithoutFlywayTest {

    private static final List<String> ABSENT = List.of("flyway", "migrations-engine/target/classes", "spring");

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void prepare() {
        shop = new Shop(folder);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    /** What runs there; it speaks through classes of the JDK alone. */
    public static final class Application implements Function<String, String> {
        @Override
        public String apply(String url) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            SchemaReadiness check =
                    SchemaReadiness.of(source, Application.class.getClassLoader(), ReadinessSettings.DEFAULTS);
            return check.describe(check.check());
        }
    }

    @Test
    void isCheckedAllTheSame() throws Exception {
        assertThat(run()).contains("3 migrations pending").endsWith("\njava -jar migrations-app.jar");
        shop.upgrade();
        assertThat(run()).endsWith(" is ready: 1 module, 2 tables.");
        shop.module().sql("V2__orders.sql", "CREATE TABLE orders (id bigint);\n");
        assertThat(run()).endsWith("\njava -jar migrations-app.jar validate");
    }

    @Test
    void isToldWhatAMigrationInJavaLacks() throws Exception {
        shop.module().upgrade("V3__java", "");
        shop.module().compile();

        assertThat(run()).contains("The class db.migration.shop.V3__java", "cannot be loaded", "flywaydb");
    }

    @Test
    void isThereAtAll() throws IOException {
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> loader.loadClass("org.flywaydb.core.Flyway"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("io.stockassistant.migrations.cli.Main"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    private String run() throws IOException, ReflectiveOperationException, SQLException {
        try (URLClassLoader loader = loader()) {
            @SuppressWarnings("unchecked")
            Function<String, String> application =
                    (Function<String, String>) loader.loadClass(Application.class.getName())
                            .getConstructor()
                            .newInstance();
            return application.apply(shop.database().jdbcUrl());
        }
    }

    private URLClassLoader loader() throws IOException {
        List<URL> places = new ArrayList<>(List.of(shop.module().root().toUri().toURL()));
        for (String place : CompiledModule.classPath().split(File.pathSeparator, -1)) {
            if (ABSENT.stream().noneMatch(place::contains)) {
                places.add(Path.of(place).toUri().toURL());
            }
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
