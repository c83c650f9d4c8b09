package io.stockassistant.migrations.autogenerate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.autogenerate.FormerName;
import io.stockassistant.migrations.autogenerate.ModelSql;
import io.stockassistant.migrations.autogenerate.ModuleModels;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.ArrayModel;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.DefaultModel;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.EnumModel;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.NumberModel;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.TextModel;
import io.stockassistant.migrations.autogenerate.hibernate.ColumnModels.TimeModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.BillModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.ChildModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.HTTPServerWithAVeryLongNameThatGoesOnAndOnModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.LineModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.NullsModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.OrderModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.RuleModel;
import io.stockassistant.migrations.autogenerate.hibernate.TableModels.TicketModel;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models, the tables that a server makes of what they ask for, and each object of these as its catalog has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsAsTablesTest {

    private static final String SCHEMA = "shop";
    private static final int NULLS_NOT_DISTINCT_SINCE = 15;

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private final Map<List<Class<?>>, Catalog> built = new HashMap<>();

    @AfterAll
    void drop() {
        database.close();
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                        of(TextModel.class, """
                                column text.id {not null=yes, type=integer}
                                column text.plain {type=character varying(255)}
                                column text.shorter {type=character varying(20)}
                                column text.large {type=text}
                                column text.written {type=text}
                                column text.written_and_length {type=character(2)}
                                column text.collated {collation=pg_catalog."C", type=character varying(255)}
                                column text.letter {type=character(1)}
                                column text."json" {type=jsonb}
                                column text.map {type=jsonb}
                                column text.uuid {type=uuid}
                                column text.bytes {type=bytea}
                                column text.large_bytes {type=bytea}
                                column text.address {type=inet}"""),
                        of(NumberModel.class, """
                                column number.id {not null=yes, type=bigint}
                                column number.small {not null=yes, type=smallint}
                                column number.whole {not null=yes, type=integer}
                                column number.large {type=bigint}
                                column number."real" {type=real}
                                column number.twice {type=double precision}
                                column number.exact {type=numeric}
                                column number.price {type=numeric(8,2)}
                                column number.no_scale {type=numeric(8,0)}
                                column number.endless {type=numeric}
                                column number."is" {not null=yes, type=boolean}
                                column number.may {type=boolean}
                                column number.must {not null=yes, type=boolean}
                                column number.counted {default=nextval('shop.number_counted_seq'::regclass), not null=yes, type=integer}
                                column number.twofold {generated=(whole * 2), type=integer}
                                column number.version {not null=yes, type=integer}"""),
                        of(TimeModel.class, """
                                column "time".instant {type=timestamp with time zone}
                                column "time".millis {type=timestamp(3) with time zone}
                                column "time".written {type=timestamp(2) with time zone}
                                column "time"."offset" {type=timestamp with time zone}
                                column "time".zoned {type=timestamp with time zone}
                                column "time".local {type=timestamp without time zone}
                                column "time".local_micros {type=timestamp(6) without time zone}
                                column "time".date {type=date}
                                column "time"."time" {type=time without time zone}
                                column "time".seconds {type=time(0) without time zone}
                                column "time".duration {type=interval}"""),
                        of(ArrayModel.class, """
                                column "array".list {type=character varying(255)[]}
                                column "array"."array" {type=character varying(10)[]}
                                column "array".numbers {type=integer[]}
                                column "array".times {type=timestamp with time zone[]}
                                column "array".prices {type=numeric(8,2)[]}"""),
                        of(EnumModel.class, """
                                enum size {labels='LARGE', 'SMALL'}
                                enum unit {labels='m', ''''}
                                column enum.ordinal {type=smallint}
                                column enum.named {type=character varying(10)}
                                column enum.open {type=character varying(10)}
                                column enum.type {default='SMALL'::shop.size, not null=yes, type=shop.size}
                                column enum.types {type=shop.size[]}
                                column enum.unit {type=shop.unit}
                                constraint enum.ck_enum_ordinal {definition=CHECK (((ordinal >= 0) AND (ordinal <= 1))), type=check}
                                constraint enum.ck_enum_named {definition=CHECK (((named)::text = ANY ((ARRAY['LARGE'::character varying, 'SMALL'::character varying])::text[]))), type=check}"""),
                        of(DefaultModel.class, """
                                column "default".number {default=50, type=integer}
                                column "default".text {default='it''s'::character varying, type=character varying(255)}
                                column "default".now {default=CURRENT_TIMESTAMP, not null=yes, type=timestamp with time zone}
                                column "default".options {default=gen_random_uuid(), type=uuid}
                                column "default"."json" {default='{}'::jsonb, type=jsonb}
                                column "default".expression {default=(2 * 25), not null=yes, type=integer}"""),
                        of(OrderModel.class, """
                                table orders {comment=What was ordered; a table that's \\ quoted., options=fillfactor=70}
                                column orders.id {comment=Assigned., identity=BY DEFAULT, not null=yes, type=integer}
                                constraint orders.pk_orders_id {definition=PRIMARY KEY (id), type=primary key}
                                constraint orders.uq_orders_code {definition=UNIQUE (code), type=unique}"""),
                        of(LineModel.class, """
                                column line.z_number {not null=yes, type=integer}
                                column line.a_order {not null=yes, type=integer}
                                constraint line.pk_line_z_number_a_order {definition=PRIMARY KEY (z_number, a_order), type=primary key}"""),
                        of(TicketModel.class, """
                                sequence ticket_numbers {cache=5, increment=10, maximum=9223372036854775807, minimum=1, start=100, type=bigint}
                                column ticket.id {default=nextval('shop.ticket_numbers'::regclass), not null=yes, type=bigint}"""),
                        of(RuleModel.class, """
                                constraint rule.uq_rule_year_number {definition=UNIQUE (year, number), type=unique}
                                constraint rule.uq_own {definition=UNIQUE (number) DEFERRABLE INITIALLY DEFERRED, type=unique}
                                constraint rule.uq_rule_side_number {definition=UNIQUE (side, number), type=unique}
                                constraint rule.ck_rule_year_number {definition=CHECK (((year > 2000) AND ((number)::text <> 'number year'::text))), type=check}
                                constraint rule.ck_own {definition=CHECK (((number)::text > ''::text)), type=check}
                                constraint rule.ck_rule_side {definition=CHECK (((side)::text = ANY ((ARRAY['BUY'::character varying, 'SELL'::character varying])::text[]))), type=check}
                                constraint rule.ck_rule_price {definition=CHECK ((price >= 0)), type=check}
                                index ix_rule_side_year {definition=CREATE INDEX ix_rule_side_year ON shop.rule USING btree (side, year DESC), table=shop.rule}
                                index ix_own {definition=CREATE INDEX ix_own ON shop.rule USING btree (year), table=shop.rule}
                                index ix_lower {definition=CREATE INDEX ix_lower ON shop.rule USING btree (lower((number)::text), year), table=shop.rule}
                                index ix_rule_number {definition=CREATE INDEX ix_rule_number ON shop.rule USING btree (number) WHERE (year > 2010), table=shop.rule}
                                index ix_rule_placed_at {definition=CREATE INDEX ix_rule_placed_at ON shop.rule USING btree (placed_at) INCLUDE (year), table=shop.rule}"""),
                        of(List.of(ChildModel.class, OrderModel.class), """
                                column child.order_id {not null=yes, type=integer}
                                column child.parent {type=integer}
                                constraint child.fk_child_order_id {definition=FOREIGN KEY (order_id) REFERENCES shop.orders(id), type=foreign key}
                                constraint child.fk_own {definition=FOREIGN KEY (parent) REFERENCES shop.child(id) ON DELETE CASCADE DEFERRABLE, type=foreign key}"""),
                        of(BillModel.class, """
                                column bill.z_created {not null=yes, type=timestamp with time zone}
                                column bill.z_amount {not null=yes, type=bigint}
                                column bill.currency {type=character varying(3)}"""),
                        of(HTTPServerWithAVeryLongNameThatGoesOnAndOnModel.class, """
                                constraint http_server_with_a_very_long_name_that_goes_on_and_on.pk_http_server_with_a_very_long_name_that_goes_on_and_on_id {definition=PRIMARY KEY (id), type=primary key}
                                constraint http_server_with_a_very_long_name_that_goes_on_and_on.uq_http_server_with_a_very_long_name_that_goes_on_an_e9f2e87763 {definition=UNIQUE (a_property_with_a_name_that_is_long_too), type=unique}"""))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> of(Class<?> model, String objects) {
        return of(List.of(model), objects);
    }

    private static Stream<Arguments> of(List<Class<?>> models, String objects) {
        return objects.lines().map(each -> Arguments.of(models, each));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("objects")
    void isInTheCatalog(List<Class<?>> models, String object) throws SQLException {
        // A keyword since 16, and quoted from then on.
        boolean keyword = TestPostgres.shared().major() >= 16;
        assertThat(described(catalog(models))).contains(keyword ? object : object.replace("\"json\"", "json"));
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(ColumnModels.OrderModel.class, "order", "order zebra apple Weird-Name select"),
                Arguments.of(LineModel.class, "line", "text z_number a_order"),
                Arguments.of(BillModel.class, "bill", "z_created no z_amount currency remark"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void columnsStandAsTheyAreDeclared(Class<?> model, String table, String columns) throws SQLException {
        String quoted = table.equals("order") ? "\"order\"" : table;
        assertThat(catalog(List.of(model)).columns(SCHEMA + "." + quoted))
                .extracting(each -> each.name().replace("\"", "").replace(' ', '-'))
                .containsExactly(columns.split(" "));
    }

    @Test
    void nullsCanCountAsEqual() throws SQLException {
        if (TestPostgres.shared().major() >= NULLS_NOT_DISTINCT_SINCE) {
            assertThat(described(catalog(List.of(NullsModel.class))))
                    .contains("constraint nulls.uq_nulls_code "
                            + "{definition=UNIQUE NULLS NOT DISTINCT (code), type=unique}");
        }
    }

    @Test
    void formerNamesAreRead() {
        assertThat(read(List.of(OrderModel.class)).renames())
                .containsExactly(
                        new FormerName("orders", Optional.empty(), "order_old", "TableModels.OrderModel"),
                        new FormerName("orders", Optional.of("code"), "kind", "TableModels.OrderModel.code"));
        assertThat(read(List.of(EnumModel.class)).renames())
                .containsExactly(new FormerName("size", Optional.of("SMALL"), "TINY", "ColumnModels.Size.SMALL"));
    }

    @Test
    void theSameModelsGiveTheSameText() {
        List<Class<?>> models = new ArrayList<>(
                List.of(ChildModel.class, OrderModel.class, RuleModel.class, EnumModel.class, TicketModel.class));
        String first = read(models).script();
        Collections.reverse(models);
        assertThat(read(models).script()).isEqualTo(first);
        assertThat(new HibernateModelDdl()
                        .read(new ModuleModels(SCHEMA, SCHEMA, models, 13))
                        .script())
                .isEqualTo(first);
    }

    @Test
    void modelsMayComeFromAnotherClassLoader() throws ClassNotFoundException {
        Class<?> own = Class.forName(LineModel.class.getName(), false, new OwnModels());
        assertThat(own).isNotSameAs(LineModel.class);
        assertThat(read(List.of(own)).script())
                .isEqualTo(read(List.of(LineModel.class)).script());
    }

    @Test
    void noModelsAskForNothing() {
        assertThat(read(List.of())).isEqualTo(new ModelSql(List.of(), List.of()));
        assertThat(read(List.of()).script()).isEmpty();
    }

    @Test
    void nothingIsSaidOnTheTerminal() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            read(List.of(BillModel.class, LineModel.class));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static ModelSql read(List<Class<?>> models) {
        return new HibernateModelDdl()
                .read(new ModuleModels(
                        SCHEMA, SCHEMA, models, TestPostgres.shared().major()));
    }

    private Catalog catalog(List<Class<?>> models) throws SQLException {
        Catalog known = built.get(models);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + SCHEMA);
            for (String each : read(models).statements()) {
                statement.execute(each);
            }
            Catalog catalog = CatalogReader.read(connection, Scope.schemas(List.of(SCHEMA)));
            built.put(models, catalog);
            return catalog;
        } finally {
            execute("DROP SCHEMA " + SCHEMA + " CASCADE");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> described(Catalog catalog) {
        return catalog.list().stream().map(ModelsAsTablesTest::described).toList();
    }

    private static String described(CatalogObject object) {
        return object.toString().replaceFirst(" " + SCHEMA + "\\.", " ") + " " + object.properties();
    }

    /** Has the models of {@link TableModels} itself, and everything else from this test's loader. */
    private static final class OwnModels extends ClassLoader {

        OwnModels() {
            super(ModelsAsTablesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(TableModels.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
