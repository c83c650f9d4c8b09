package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TheDatabaseThatSettingsNameTest {

    private static final String OS_USER = System.getProperty("user.name", "");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands in the settings                          | what it means: user:password@host:port/database?parameters from source
            # one family
            DATABASE_URL=postgres://ann:pw@db:6000/stocks                | ann:pw@db:6000/stocks from DATABASE_URL
            DATABASE_URL=postgresql://ann@db/stocks                      | ann@db:5432/stocks from DATABASE_URL
            DATABASE_URL=jdbc:postgresql://db:6000/stocks?user=ann&password=pw | ann:pw@db:6000/stocks from DATABASE_URL
            DATABASE_URL=POSTGRES://db/stocks                            | OS@db:5432/stocks from DATABASE_URL
            DATABASE_URL=postgres://ann@db:/stocks                       | ann@db:5432/stocks from DATABASE_URL
            DATABASE_URL= postgres://ann@db/stocks                       | ann@db:5432/stocks from DATABASE_URL
            PGHOST=db ; PGPORT=6000 ; PGDATABASE=stocks ; PGUSER=ann ; PGPASSWORD=pw | ann:pw@db:6000/stocks from PGHOST
            PGHOST=db ; PGDATABASE=stocks                                | OS@db:5432/stocks from PGHOST
            PGHOST=db ; PGDATABASE=stocks ; PGSSLMODE=require            | OS@db:5432/stocks?{sslmode=require} from PGHOST
            POSTGRES_SERVER=db ; POSTGRES_PORT=6000 ; POSTGRES_USER=ann ; POSTGRES_PASSWORD=pw ; POSTGRES_DB=stocks | ann:pw@db:6000/stocks from POSTGRES_SERVER
            # encoding, addresses, parameters
            DATABASE_URL=postgres://a%40b:p%3Aw%2F%25@db/my%20stocks     | a@b:p:w/%@db:5432/my stocks from DATABASE_URL
            DATABASE_URL=postgres://ann:p@w@db/stocks                    | ann:p@w@db:5432/stocks from DATABASE_URL
            DATABASE_URL=postgres://ann:a+b:c@db/stocks                  | ann:a+b:c@db:5432/stocks from DATABASE_URL
            DATABASE_URL=postgres://ann:%E5%AF%86@db/stocks              | ann:密@db:5432/stocks from DATABASE_URL
            DATABASE_URL=postgres://ann@[::1]:6000/stocks                | ann@[::1]:6000/stocks from DATABASE_URL
            DATABASE_URL=postgres://ann@[fe80::1]/stocks                 | ann@[fe80::1]:5432/stocks from DATABASE_URL
            PGHOST=::1 ; PGDATABASE=stocks ; PGUSER=ann                  | ann@[::1]:5432/stocks from PGHOST
            PGHOST=[::1] ; PGDATABASE=stocks ; PGUSER=ann                | ann@[::1]:5432/stocks from PGHOST
            DATABASE_URL=postgres://ann@db/stocks?sslmode=verify-full&application_name=a%26b | ann@db:5432/stocks?{application_name=a&b, sslmode=verify-full} from DATABASE_URL
            DATABASE_URL=postgres://ann@db/stocks?sslmode=disable ; PGSSLMODE=require | ann@db:5432/stocks?{sslmode=disable} from DATABASE_URL
            # white space and empty variables
            PGHOST= db  ; PGDATABASE= stocks ; PGUSER=ann                | ann@db:5432/stocks from PGHOST
            PGHOST= ; PGUSER= ; DATABASE_URL=postgres://ann@db/stocks    | ann@db:5432/stocks from DATABASE_URL
            # families that agree, or complete each other
            DATABASE_URL=postgres://ann@db/stocks ; PGHOST=DB ; PGPORT=5432 ; PGDATABASE=stocks ; PGUSER=ann | ann@db:5432/stocks from DATABASE_URL
            DATABASE_URL=postgres://db/stocks ; POSTGRES_SERVER=db ; POSTGRES_USER=ann ; POSTGRES_PASSWORD=pw | ann:pw@db:5432/stocks from DATABASE_URL
            PGHOST=db ; POSTGRES_SERVER=db ; POSTGRES_DB=stocks ; POSTGRES_USER=ann | ann@db:5432/stocks from PGHOST
            # the environment above .env
            .env/PGHOST=db ; .env/PGDATABASE=stocks ; .env/PGUSER=ann    | ann@db:5432/stocks from PGHOST (in .env)
            .env/PGHOST=old ; PGHOST=db ; .env/PGDATABASE=stocks ; PGUSER=ann | ann@db:5432/stocks from PGHOST
            .env/PGHOST=db ; PGHOST= ; .env/PGDATABASE=stocks ; PGUSER=ann | ann@db:5432/stocks from PGHOST (in .env)
            .env/POSTGRES_SERVER=old ; .env/POSTGRES_DB=x ; DATABASE_URL=postgres://ann@db/stocks | ann@db:5432/stocks from DATABASE_URL
            .env/POSTGRES_PASSWORD=old ; DATABASE_URL=postgres://ann@db/stocks | ann@db:5432/stocks from DATABASE_URL
            .env/POSTGRES_SERVER=db ; .env/POSTGRES_DB=stocks ; .env/POSTGRES_USER=ann ; POSTGRES_PASSWORD=pw | ann:pw@db:5432/stocks from POSTGRES_SERVER (in .env)
            # flags above all
            --url=postgres://ann@db/stocks ; DATABASE_URL=postgres://bob:no@old/x ; POSTGRES_PASSWORD=no | ann@db:5432/stocks from --url
            --url=postgres://ann@db/stocks ; PGPASSWORD=pw               | ann:pw@db:5432/stocks from --url
            `--url=jdbc:postgresql://db/stocks ; PGUSER=ann ; PGPASSWORD= p w ` | `ann: p w @db:5432/stocks from --url`
            --url=postgres://db/stocks ; --user=ann ; PGUSER=bob         | ann@db:5432/stocks from --url
            --url=postgres://ann@db/stocks ; --user=ann                  | ann@db:5432/stocks from --url
            --url=postgres://ann@db/stocks ; PGSERVICE=main              | ann@db:5432/stocks from --url
            --user=bob ; DATABASE_URL=postgres://ann@db/stocks           | bob@db:5432/stocks from DATABASE_URL
            --url=postgres://ann@db/stocks ; MIGRATIONS_ENVIRONMENT=prod ; KUBERNETES_SERVICE_HOST=10.0.0.1 | ann@db:5432/stocks from --url
            """)
    void isTheOneThatTheStrongestNames(String given, String meaning) {
        assertThat(text(Given.of(given).settings())).isEqualTo(meaning.replaceFirst("^OS@", OS_USER + "@"));
    }

    private static String text(DatabaseSettings settings) {
        String password =
                settings.password() == null ? "" : ":" + settings.password().reveal();
        String parameters = settings.parameters().isEmpty() ? "" : "?" + new TreeMap<>(settings.parameters());
        return settings.user() + password + "@" + settings.address() + "/" + settings.database() + parameters + " from "
                + Objects.requireNonNull(settings.source());
    }
}
