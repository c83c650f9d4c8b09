package io.stockassistant.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.CompiledModule;
import java.io.IOException;
import java.io.OutputStream;
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
import org.junit.jupiter.params.provider.EnumSource;

class ModelsOnTheClassPathTest {

    @TempDir
    private Path folder;

    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new CompiledModule(folder.resolve("classes"), "shop")
                .sql("V1__first.sql", "SELECT 1;\n")
                .model("ItemPriceModel", "@Entity record ItemPriceModel(@Id Integer id) {}")
                .model("OrderModel", "@Entity @Table(name = \"orders\") record OrderModel(@Id Integer id) {}")
                .model("below/Basket", "@Entity record Basket(@Id Integer id) {}")
                .model("Outside", "final class Outside { @Entity record Inside(@Id Integer id) {} }")
                .model("Talk", "final class Talk { static final String OF = \"Ljakarta/persistence/Entity;\"; }")
                .model("Plain", "record Plain(Integer id) {}");
    }

    /** The ways in which classes come to an application. */
    enum Place {
        FOLDER,
        JAR,
        JAR_WITHOUT_FOLDERS
    }

    @ParameterizedTest
    @EnumSource
    void areThoseWithTheAnnotationAndNoOthers(Place place) throws IOException {
        assertThat(list(place))
                .extracting(each -> each.type().getName() + " " + each.table())
                .containsExactly(
                        "module_shop.ItemPriceModel item_price",
                        "module_shop.OrderModel orders",
                        "module_shop.Outside$Inside inside",
                        "module_shop.below.Basket basket");
    }

    @Test
    void areNotInitialised() throws IOException {
        shop.model("LoudModel", "@Entity class LoudModel { static { if (true) throw new Error(); } @Id Integer id; }");

        assertThat(list(Place.FOLDER)).extracting(PersistenceModel::table).contains("loud");
    }

    @Test
    void shareTheTableOfTheModelThatTheyExtend() throws IOException {
        shop.model("Vehicle", "@Entity class Vehicle { @Id Integer id; }")
                .model("Car", "@Entity class Car extends Vehicle { }")
                .model(
                        "Animal",
                        "@Entity @Inheritance(strategy = InheritanceType.JOINED) class Animal { @Id Integer id; }")
                .model("Cat", "@Entity class Cat extends Animal { }");

        assertThat(list(Place.FOLDER))
                .extracting(PersistenceModel::table)
                .contains("vehicle", "animal", "cat")
                .doesNotContain("car");
    }

    @Test
    void areNamedWhereTheyCannotBeLoaded() throws IOException {
        shop.model("Part", "class Part { }").model("WholeModel", "@Entity class WholeModel extends Part { }");
        shop.compile();
        Files.delete(shop.root().resolve("module_shop/Part.class"));

        assertThat(problem())
                .contains("The model module_shop.WholeModel of module shop cannot be loaded: ", "module_shop/Part");
    }

    @Test
    void areNamedWhereTheirTableCanHaveNoName() throws IOException {
        String name = "M" + "a".repeat(63);
        shop.model(name, "@Entity record " + name + "(@Id Integer id) {}");

        assertThat(problem()).contains("The model module_shop." + name + " has no table: ", "@Table(name = …)");
    }

    @Test
    void areNoneInAFolderOfModules() throws IOException {
        Files.createDirectories(folder.resolve("modules/shop"));
        Files.writeString(folder.resolve("modules/shop/V1__first.sql"), "SELECT 1;\n");
        Modules modules = Modules.of(ModuleSource.folder(folder.resolve("modules")));

        assertThat(Models.list(modules.get("shop"))).isEmpty();
    }

    private String problem() {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> list(Place.FOLDER));
        Problem problem = thrown.problems().get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_MODULE);
        return problem.message();
    }

    private List<PersistenceModel> list(Place place) throws IOException {
        Modules modules = Modules.of(ModuleSource.classPath(loader(place)));
        return Models.list(modules.get("shop"));
    }

    private ClassLoader loader(Place place) throws IOException {
        return place == Place.FOLDER ? shop.loader() : CompiledModule.loaderOf(jar(place == Place.JAR));
    }

    private Path jar(boolean withFolders) throws IOException {
        Path root = shop.compile().root();
        Path jar = folder.resolve("shop.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(each -> !each.equals(root)).sorted().toList()) {
                String name = root.relativize(path).toString();
                if (Files.isRegularFile(path)) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(path, entries);
                } else if (withFolders) {
                    entries.putNextEntry(new JarEntry(name + "/"));
                }
            }
        }
        return jar;
    }
}
