package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules in jars that somebody names: what is found, and what is said of jars that cannot be used. */
class ModulesInJarsTest {

    private static final String SERVICES = "META-INF/services/io.stockassistant.shared.migration.MigrationModule";
    private static final String DESCRIPTOR = "module_shop/Descriptor.class";

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

    /** A module whose files and whose descriptor are called as those of shop are. */
    private Path twin(String name) {
        return new CompiledModule(folder.resolve("twin"), name)
                .sql("V1__twin.sql", "SELECT 2;\n")
                .jar(folder.resolve("twin.jar"));
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

    @Test
    void needAJarThatIsThere() {
        assertProblem(
                ProblemCode.INVALID_JAR, "shop.jar cannot be opened: it does not exist", folder.resolve("shop.jar"));
        assertProblem(
                ProblemCode.INVALID_JAR, "none/shop.jar cannot be opened: its folder", folder.resolve("none/shop.jar"));
        Problem problem = problem(folder);
        assertThat(problem.message()).contains(folder + " cannot be opened: it is a folder");
        assertThat(problem.remedy()).contains("--modules " + folder);
    }

    @Test
    void needAWholeJar() throws IOException {
        Path jar = jar();
        byte[] whole = Files.readAllBytes(jar);
        for (byte[] part : List.of(
                new byte[0], Arrays.copyOf(whole, whole.length / 2), "no jar".getBytes(StandardCharsets.UTF_8))) {
            Files.write(jar, part);
            assertProblem(
                    ProblemCode.INVALID_JAR, "shop.jar cannot be opened: it is no jar, or only a part of one", jar);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICES, DESCRIPTOR})
    void needAJarThatCanBeReadThroughout(String entry) throws IOException {
        Path jar = jar();
        byte[] bytes = Files.readAllBytes(jar);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        Arrays.fill(bytes, name + entry.length(), name + entry.length() + 20, (byte) 0xFF);
        Files.write(jar, bytes);

        assertProblem(ProblemCode.INVALID_JAR, "shop.jar is damaged: " + entry + " in it cannot be read", jar);
    }

    @Test
    void areAskedForInAJarWithoutOne() throws IOException {
        Files.delete(shop.compile().root().resolve(SERVICES));
        Problem problem = assertProblem(
                ProblemCode.NO_MODULES,
                "There is no module in " + folder.resolve("shop.jar") + ": it has no " + SERVICES,
                jar());
        assertThat(problem.remedy()).contains("Class-Path of its manifest");
        shop.resource(SERVICES, "# none yet\n");
        assertProblem(ProblemCode.NO_MODULES, SERVICES + " in it names none", jar());
        Files.delete(shop.root().resolve(SERVICES));
        shop.resource("BOOT-INF/lib/a.jar", "");
        assertThat(problem(jar()).remedy()).contains("jars in a jar");
    }

    @Test
    void needTheClassThatIsNamed() throws IOException {
        shop.compile().resource(SERVICES, "module_shop.Gone\n");
        assertInvalid("shop.jar cannot be used: Provider module_shop.Gone not found");
        shop.resource(SERVICES, "not a class\n");
        assertInvalid("shop.jar cannot be used: ");
        shop.java("V2__Plain", "public class V2__Plain {}").resource(SERVICES, "db.migration.shop.V2__Plain\n");
        assertInvalid("shop.jar cannot be used: db.migration.shop.V2__Plain not a subtype");
    }

    @Test
    void needADescriptorThatAnswers() throws IOException {
        shop.descriptor("    public Descriptor() { throw new IllegalStateException(\"not today\"); }");
        assertInvalid("could not be instantiated: java.lang.IllegalStateException: not today");
        shop.descriptor("    @Override public String schema() { throw new IllegalStateException(\"no schema\"); }");
        assertInvalid("module_shop.Descriptor fails with java.lang.IllegalStateException: no schema");
        shop.descriptor("    @Override public String schema() { return null; }");
        assertInvalid("module_shop.Descriptor.schema() returns null");
        shop.descriptor("    @Override public String location() { return \"filesystem:/srv\"; }");
        assertInvalid("module_shop.Descriptor.location() must begin with classpath:, not 'filesystem:/srv'");
        shop.descriptor("    private final Object part = new Part();")
                .model("Part", "class Part {}")
                .compile();
        Files.delete(shop.root().resolve("module_shop/Part.class"));
        assertInvalid(
                "it needs the class module_shop.Part, which is neither in the program nor in a jar that is named");
    }

    @Test
    void needAJavaThatKnowsTheirClasses() throws IOException {
        Path descriptor = shop.compile().root().resolve(DESCRIPTOR);
        byte[] bytes = Files.readAllBytes(descriptor);
        bytes[7] = 99;
        Files.write(descriptor, bytes);

        Problem problem = assertInvalid("module_shop.Descriptor was compiled for Java 55, and this is Java "
                + Runtime.version().feature());
        assertThat(problem.remedy())
                .contains(
                        "with Java 55 or newer",
                        "--release " + Runtime.version().feature());
    }

    @Test
    void areInOneOfTheJars() {
        assertThat(problem(jar(), twin("shop")).message())
                .isEqualTo("The module module_shop.Descriptor in " + folder.resolve("twin.jar") + " is also in "
                        + folder.resolve("shop.jar") + ".");
        try (ModuleJars jars = new ModuleJars(List.of(jar()))) {
            assertThat(catchThrowableOfType(
                            ProblemException.class,
                            () -> Modules.of(
                                    ModuleSource.folder(modulesFolder()).and(jars))))
                    .hasMessage("Two modules are called shop: in filesystem:" + folder.resolve("modules/shop")
                            + " and in " + folder.resolve("shop.jar") + "!/db/migration/shop.");
        }
    }

    private Path modulesFolder() {
        try {
            Path modules = folder.resolve("modules");
            Files.createDirectories(modules.resolve("shop"));
            Files.writeString(modules.resolve("shop/V1__x.sql"), "SELECT 1;\n");
            return modules;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its class would be the program's, whatever the jar has. */
    @Test
    void areNotTheProgramsOwn() {
        shop.resource(SERVICES, ClassPathModulesTest.Shop.class.getName() + "\n");
        assertThat(problem(jar()).message())
                .isEqualTo("The module " + ClassPathModulesTest.Shop.class.getName() + " in "
                        + folder.resolve("shop.jar") + " is also in the program itself.");
    }

    @Test
    void areJudgedTogetherWithTheOtherJars() {
        Path text = shop.root().resolve("x");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> new ModuleJars(List.of(text, folder.resolve("none"))).list())
                        .problems())
                .hasSize(2);
    }

    private Problem assertInvalid(String message) {
        return assertProblem(ProblemCode.INVALID_MODULE, message, jar());
    }

    private Problem assertProblem(ProblemCode code, String message, Path jar) {
        Problem problem = problem(jar);
        assertThat(problem.code()).as(problem.message()).isEqualTo(code);
        assertThat(problem.message()).contains(message).contains(jar.toString());
        assertThat(problem.remedy()).isNotBlank();
        return problem;
    }

    private static Problem problem(Path... jars) {
        try (ModuleJars all = new ModuleJars(List.of(jars))) {
            return catchThrowableOfType(ProblemException.class, all::list)
                    .problems()
                    .get(0);
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
