package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules in jars that somebody names: what is found, and for how long. */
class ModulesInJarsTest {

    @TempDir
    private Path folder;

    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new CompiledModule(folder.resolve("shop"), "shop").sql("V1__first.sql", "SELECT 1;\n");
    }

    private Path jar() {
        return shop.jar(folder.resolve("shop.jar"));
    }

    @Test
    void haveTheirFilesAndSayInWhichJar() throws IOException {
        Path jar = shop.sql("below/V2__second.sql", "SELECT 2;\n").jar(folder.resolve("shop.jar"));
        try (ModuleJars jars = new ModuleJars(List.of(jar))) {
            Module module = Modules.of(jars).get("shop");

            assertThat(module.location().url()).isEqualTo("classpath:db/migration/shop");
            assertThat(module.location().place()).isEqualTo(jar + "!/db/migration/shop");
            assertThat(module.location().list())
                    .extracting(SourceFile::name)
                    .containsExactlyInAnyOrder("V1__first.sql", "below/V2__second.sql");
            SourceFile first = module.location().list().stream()
                    .filter(each -> each.name().startsWith("V1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.path()).isEqualTo(jar + "!/db/migration/shop/V1__first.sql");
            assertThat(new String(first.content().read(), StandardCharsets.UTF_8))
                    .isEqualTo("SELECT 1;\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areFoundInAJarWithAndWithoutEntriesForFolders(boolean folders) throws IOException {
        shop.compile();
        Path jar = pack(shop.root(), folders);
        try (ModuleJars jars = new ModuleJars(List.of(jar))) {
            assertThat(jars.list().get(0).location().list()).hasSize(1);
        }
    }

    @Test
    void keepApartWhatLiesInFoldersOfOneName() throws IOException {
        CompiledModule desk = new CompiledModule(folder.resolve("desk"), "desk")
                .descriptor("    @Override public String location() { return \"classpath:db/migration/shop\"; }")
                .resource("db/migration/shop/V7__desk.sql", "SELECT 7;\n");
        try (ModuleJars jars = new ModuleJars(List.of(jar(), desk.jar(folder.resolve("desk.jar"))))) {
            Modules modules = Modules.of(jars);
            assertThat(modules.get("shop").location().list())
                    .extracting(SourceFile::name)
                    .containsExactly("V1__first.sql");
            assertThat(modules.get("desk").location().list())
                    .extracting(SourceFile::name)
                    .containsExactly("V7__desk.sql");
        }
    }

    @Test
    void areOfNoUseOnceTheJarIsClosedAndCanBeOpenedAgain() throws IOException {
        ModuleJars jars = new ModuleJars(List.of(jar()));
        SourceFile file = jars.list().get(0).location().list().get(0);
        assertThat(open("shop.jar")).isNotEmpty();

        jars.close();

        assertThat(open("shop.jar")).isEmpty();
        assertThatThrownBy(file.content()::read).isInstanceOf(IllegalStateException.class);
        assertThat(jars.list()).hasSize(1);
        jars.close();
        jars.close();
        assertThat(open("shop.jar")).isEmpty();
    }

    /** What this process has open, by the system's own list. */
    private static List<String> open(String name) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(each -> each.toFile().toPath())
                    .flatMap(each -> {
                        try {
                            return Stream.of(Files.readSymbolicLink(each).toString());
                        } catch (IOException e) {
                            return Stream.of(); // closed since it was listed
                        }
                    })
                    .filter(each -> each.endsWith(name))
                    .toList();
        }
    }

    @Test
    void areTheSameWhenTheJarIsNamedTwice() {
        Path jar = jar();
        try (ModuleJars jars = new ModuleJars(List.of(jar, folder.resolve("shop/../shop.jar")))) {
            assertThat(jars.list()).hasSize(1);
        }
    }

    private Path pack(Path root, boolean folders) throws IOException {
        Path jar = folder.resolve("packed.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(each -> !each.equals(root)).sorted().toList()) {
                String name = root.relativize(path).toString();
                if (Files.isRegularFile(path)) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(path, entries);
                } else if (folders) {
                    entries.putNextEntry(new JarEntry(name + "/"));
                }
            }
        }
        return jar;
    }
}
