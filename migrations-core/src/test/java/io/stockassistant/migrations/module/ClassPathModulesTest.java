package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.migration.MigrationModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules on the class path: descriptors in META-INF/services, files in jars and folders. */
class ClassPathModulesTest {

    private static final String SERVICES = "META-INF/services/" + MigrationModule.class.getName();

    /** Says nothing but its name. */
    public static final class Shop implements MigrationModule {
        @Override
        public String name() {
            return "shop-floor";
        }

        @Override
        public Set<String> dependsOn() {
            return Set.of("stock");
        }
    }

    /** Has its files where no class path is. */
    public static final class Elsewhere implements MigrationModule {
        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public String location() {
            return "filesystem:/tmp";
        }
    }

    /** Has no name for a history table. */
    public static final class Nameless implements MigrationModule {
        @Override
        public String name() {
            return "nameless";
        }

        @Override
        public String historyTable() {
            return "a.b.c";
        }
    }

    @TempDir
    private Path folder;

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void aModuleWithTwoFiles() {
        files.put(SERVICES, Shop.class.getName() + "\n");
        files.put("db/migration/shop_floor/V1__a.sql", "select 1;");
        files.put("db/migration/shop_floor/U1__a.sql", "select 2;");
        files.put("db/migration/shop_floor/below/V2__b.sql", "select 3;");
        files.put("db/migration/shop_floor_2/V3__c.sql", "select 4;");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areFoundInAJarAndInAFolder(boolean jar) throws IOException {
        try (URLClassLoader loader = loader(jar)) {
            List<Module> modules = new ClassPathModules(loader).list();

            assertThat(modules).hasSize(1);
            Module module = modules.get(0);
            assertThat(module.name()).isEqualTo("shop-floor");
            assertThat(module.schema()).isEqualTo("shop_floor");
            assertThat(module.history()).hasToString("shop_floor.flyway_schema_history");
            assertThat(module.dependsOn()).containsExactly("stock");
            assertThat(module.location().url()).isEqualTo("classpath:db/migration/shop_floor");
            assertThat(module.location().folder()).isEmpty();
            assertThat(module.location().list().stream().map(SourceFile::name))
                    .containsExactlyInAnyOrder("V1__a.sql", "U1__a.sql", "below/V2__b.sql");
            for (SourceFile file : module.location().list()) {
                assertThat(file.content().read())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(files.get("db/migration/shop_floor/" + file.name()));
            }
        }
    }

    @Test
    void aLocationThatIsNotOnTheClassPathIsNamed() throws IOException {
        files.keySet().removeIf(each -> each.startsWith("db/"));
        try (URLClassLoader loader = loader(true)) {
            Location location = new ClassPathModules(loader).list().get(0).location();

            assertThatThrownBy(location::list)
                    .isInstanceOf(FileNotFoundException.class)
                    .hasMessageContaining("classpath:db/migration/shop_floor is not on the class path");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no.such.Descriptor",
                "io.stockassistant.migrations.module.ClassPathModulesTest",
                "not a class name"
            })
    void aServiceLineThatNamesNoDescriptorIsExplained(String line) throws IOException {
        files.put(SERVICES, line);

        assertInvalid("cannot be used");
    }

    @Test
    void aLocationOutsideOfTheClassPathIsRefused() throws IOException {
        files.put(SERVICES, Elsewhere.class.getName());

        assertInvalid("must begin with classpath:, not 'filesystem:/tmp'");
    }

    @Test
    void aHistoryThatIsNoTableIsRefused() throws IOException {
        files.put(SERVICES, Nameless.class.getName());

        assertInvalid("'a.b.c' is not a table name");
    }

    private void assertInvalid(String message) throws IOException {
        try (URLClassLoader loader = loader(true)) {
            ProblemException thrown =
                    catchThrowableOfType(ProblemException.class, () -> new ClassPathModules(loader).list());

            assertThat(thrown.problems().get(0).code()).isEqualTo(ProblemCode.INVALID_MODULE);
            assertThat(thrown).hasMessageContaining(message);
            assertThat(thrown.problems().get(0).remedy()).contains(SERVICES);
        }
    }

    private URLClassLoader loader(boolean jar) throws IOException {
        Path place = jar ? writeJar() : writeFolder();
        return new Alone(new URL[] {place.toUri().toURL()});
    }

    private Path writeFolder() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private Path writeJar() throws IOException {
        Path path = folder.resolve("modules.jar");
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String entry : List.of("db/", "db/migration/", "db/migration/shop_floor/")) {
                if (files.keySet().stream().anyMatch(each -> each.startsWith(entry))) {
                    jar.putNextEntry(new JarEntry(entry));
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    /** Sees the program's classes, and of descriptors and files only its own; loads the descriptors of this test anew. */
    private static final class Alone extends URLClassLoader {

        Alone(URL[] places) {
            super(places, ClassPathModulesTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ClassPathModulesTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
