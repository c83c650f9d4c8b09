package io.stockassistant.migrations.autogenerate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.autogenerate.ModuleModels;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedModelsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("""
                        AModelWhoseNameIsSoVeryLongThatTheServerWouldCutItOffSilentlyModel would be called a_model_whose_name_is_so_very_long_that_the_server_would_cut_it_off_silently, and PostgreSQL keeps 63 bytes of a name: give it a shorter one with @Table(name = …). Name the table of AModelWhoseNameIsSoVeryLongThatTheServerWouldCutItOffSilentlyModel with @Table.
                        aPropertyWhoseNameIsSoVeryLongThatTheServerWouldCutItOffToo would be called a_property_whose_name_is_so_very_long_that_the_server_would_cut_it_off_too, and PostgreSQL keeps 63 bytes of a name: give it a shorter one with @Column(name = …). Name the column of AModelWhoseNameIsSoVeryLongThatTheServerWouldCutItOffSilentlyModel.aPropertyWhoseNameIsSoVeryLongThatTheServerWouldCutItOffToo with @Column.""", RefusedModels.AModelWhoseNameIsSoVeryLongThatTheServerWouldCutItOffSilentlyModel.class),
                refused("""
                        CounterModel.id takes its values from a table of counters. PostgreSQL counts itself: write @GeneratedValue(strategy = GenerationType.IDENTITY).""", RefusedModels.CounterModel.class),
                refused("""
                        ElsewhereModel names the schema elsewhere, and its module's schema is shop. Leave it out of @Table: the module has one schema, and the table is in it.""", RefusedModels.ElsewhereModel.class),
                refused("""
                        EnumsModel.day makes the enum part of DayOfWeek, and another property makes it of Month. Give one of them another columnDefinition.""", RefusedModels.EnumsModel.class),
                refused("""
                        The index ix_two of ExpressionModel is over an expression: (coalesce(code, name)). Write it as CREATE INDEX into db/model/shop.sql instead.""", RefusedModels.ExpressionModel.class),
                refused("""
                        FilledTwiceModel.id is an identity and has a default. Remove @DefaultValue, or @GeneratedValue: a column is filled in one way.""", RefusedModels.FilledTwiceModel.class),
                refused("""
                        A Money, the type of ForeignTypeModel.money, has no column type of its own. Say which it is: @Column(columnDefinition = "…").
                        A Plain, the type of ForeignTypeModel.plain, has no column type of its own. Say which it is: @Column(columnDefinition = "…").
                        A Map, the type of ForeignTypeModel.map, has no column type of its own. Say which it is: @Column(columnDefinition = "…").
                        A List, the type of ForeignTypeModel.list, has no column type of its own. Say which it is: @Column(columnDefinition = "…").""", RefusedModels.ForeignTypeModel.class),
                refused("""
                        KeylessModel has no primary key. Annotate a property with @Id; several, if the key has several columns.""", RefusedModels.KeylessModel.class),
                refused("""
                        NoSequenceModel.id takes its values from a sequence that nothing describes. Add @SequenceGenerator(name = "…", sequenceName = "…"), and name it as its generator.""", RefusedModels.NoSequenceModel.class),
                refused("""
                        NotAModel is no model. Annotate it with @Entity.""", RefusedModels.NotAModel.class),
                refused("""
                        The models of shop cannot be read: Property 'OtherKeyModel.c' belongs to an '@IdClass' but has no matching property in entity class 'OtherKeyModel' (every property of the '@IdClass' must have a corresponding persistent property in the '@Entity' class) Mend the class that is named.""", RefusedModels.OtherKeyModel.class),
                refused("""
                        Two models have the table same: OtherModel, OneModel. Give one of them another name with @Table.""", RefusedModels.OtherModel.class, RefusedModels.OneModel.class),
                refused("""
                        Range.low has the column low twice, in two places of its model. Name one of the columns otherwise, with @Column or @AttributeOverride.""", RefusedModels.RangesModel.class),
                refused("""
                        ReferringModel.one refers to OneModel, which is no model of this module. Keep its key as a value, and write the foreign key into db/model/shop.sql.""", RefusedModels.ReferringModel.class),
                refused("""
                        SomehowModel.id does not say where its values come from. Write @GeneratedValue(strategy = GenerationType.IDENTITY), or SEQUENCE with a @SequenceGenerator.""", RefusedModels.SomehowModel.class),
                refused("""
                        Two checks of TwoChecksModel are both called ck_two_checks_id: CHECK (id > 0) and CHECK (id < 9). Give one of them a name: @CheckConstraint(name = "ck_…", constraint = …).""", RefusedModels.TwoChecksModel.class),
                refused("""
                        TwoKeysModel has 2 properties with @Id and no class for its key. Add @IdClass, with a record that has these properties.""", RefusedModels.TwoKeysModel.class),
                refused("""
                        The unique index of UniqueExpressionModel is over an expression: (lower(code)). Write it as CREATE INDEX into db/model/shop.sql instead.""", RefusedModels.UniqueExpressionModel.class),
                refused("""
                        The unique index of UniqueOrderModel has an order: code desc. Write it as CREATE INDEX into db/model/shop.sql instead.""", RefusedModels.UniqueOrderModel.class),
                refused("""
                        The unique index uq_part of UniquePartialModel is partial: WHERE live. Write it as CREATE INDEX into db/model/shop.sql instead.""", RefusedModels.UniquePartialModel.class),
                refused("""
                        The index ix_unknown_column_placedAt names the column placedAt, which UnknownColumnModel does not have. Write one of its columns: id, placed_at.
                        The unique constraint uq_unknown_column_codes names the column codes, which UnknownColumnModel does not have. Write one of its columns: id, placed_at.""", RefusedModels.UnknownColumnModel.class),
                refused("""
                        The index of UnnamedExpressionModel is over an expression and has no name: (lower(code)). Give it one: @Index(name = "ix_…", columnList = …).""", RefusedModels.UnnamedExpressionModel.class));
    }

    private static Arguments refused(String said, Class<?>... models) {
        return Arguments.of(said, List.of(models));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatIsWrongAndWhatToWrite(String said, List<Class<?>> models) {
        assertThat(said(models)).isEqualTo(said);
    }

    private static String said(List<Class<?>> models) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> new HibernateModelDdl().read(new ModuleModels("shop", "shop", models, 18)));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.problems())
                .allMatch(each -> each.code() == ProblemCode.INVALID_MODEL && "shop".equals(each.module()));
        return refusal.problems().stream()
                .map(RefusedModelsTest::text)
                .collect(Collectors.joining("\n"))
                .replace(RefusedModels.class.getName() + "$", "")
                .replace("RefusedModels.", "");
    }

    private static String text(Problem problem) {
        return problem.message() + " " + problem.remedy();
    }
}
