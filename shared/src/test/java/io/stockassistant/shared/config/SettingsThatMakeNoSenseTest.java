package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsThatMakeNoSenseTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # families that disagree
            DATABASE_URL=postgres://ann@db/stocks ; PGHOST=other      | the host: DATABASE_URL says db, PGHOST says other
            DATABASE_URL=postgres://ann@db/stocks ; PGHOST=db ; PGPORT=6000 | the port: DATABASE_URL (by default) says 5432, PGPORT says 6000
            DATABASE_URL=postgres://ann@db:6000/stocks ; POSTGRES_SERVER=db | the port: DATABASE_URL says 6000, POSTGRES_SERVER (by default) says 5432
            PGHOST=db ; PGDATABASE=a ; POSTGRES_SERVER=db ; POSTGRES_DB=b | the database: PGDATABASE says a, POSTGRES_DB says b
            PGHOST=db ; PGDATABASE=a ; PGUSER=ann ; POSTGRES_SERVER=db ; POSTGRES_USER=bob | the user: PGUSER says ann, POSTGRES_USER says bob
            DATABASE_URL=postgres://a:SECRET1@db/x ; PGHOST=db ; PGPASSWORD=SECRET2 | the password: DATABASE_URL says ******, PGPASSWORD says ******
            .env/PGHOST=a ; .env/PGDATABASE=x ; .env/POSTGRES_SERVER=b | the host: PGHOST (in .env) says a, POSTGRES_SERVER (in .env) says b
            --url=postgres://ann@db/stocks ; --user=bob               | the user: --url says ann, --user says bob
            # half a family
            PGPASSWORD=SECRET                                         | PGPASSWORD is set, but PGHOST is not
            PGUSER=ann ; PGDATABASE=stocks                            | PGUSER and PGDATABASE are set, but PGHOST is not
            PGPORT=6000                                               | PGPORT is set, but PGHOST is not
            PGSSLMODE=require                                         | PGSSLMODE is set, but PGHOST is not
            POSTGRES_USER=ann ; POSTGRES_PASSWORD=SECRET              | POSTGRES_USER and POSTGRES_PASSWORD are set, but POSTGRES_SERVER is not
            DATABASE_URL=postgres://ann@db/stocks ; PGPASSWORD=SECRET | PGPASSWORD is set, but PGHOST is not
            .env/POSTGRES_DB=stocks                                   | POSTGRES_DB (in .env) is set, but POSTGRES_SERVER is not
            .env/PGHOST=db ; .env/PGDATABASE=x ; POSTGRES_USER=ann    | POSTGRES_USER is set, but POSTGRES_SERVER is not
            PGHOST=db                                                 | PGHOST names a server, but nothing names the database
            DATABASE_URL=postgres://ann@db                            | DATABASE_URL names a server, but nothing names the database
            DATABASE_URL=postgres://ann@db/?sslmode=require           | DATABASE_URL names a server, but nothing names the database
            --user=ann                                                | --user is given, but nothing names the server
            --password-file=/secret                                   | --password-file is given, but nothing names the server
            # URLs
            DATABASE_URL=mysql://ann:SECRET@db/stocks                 | begins with mysql://, which is no URL of a PostgreSQL database
            DATABASE_URL=postgresql+asyncpg://ann:SECRET@db/stocks    | begins with postgresql+asyncpg://
            DATABASE_URL=ann:SECRET@db/stocks                         | DATABASE_URL is no URL of a PostgreSQL database
            DATABASE_URL=jdbc:postgresql:stocks                       | DATABASE_URL is no URL of a PostgreSQL database
            DATABASE_URL=postgres:///stocks                           | DATABASE_URL names no host
            DATABASE_URL=postgres://ann@db:99999/stocks               | the port "99999" is not a number from 1 to 65535
            DATABASE_URL=postgres://ann@db:0/stocks                   | the port "0" is not a number
            DATABASE_URL=postgres://ann@db:5x/stocks                  | the port "5x" is not a number
            DATABASE_URL=postgres://ann@::1/stocks                    | more than one colon after the host
            DATABASE_URL=postgres://ann@[::1]x/stocks                 | text between the address in brackets and the port
            DATABASE_URL=postgres://ann@a:1,b:2/stocks                | DATABASE_URL names several hosts
            DATABASE_URL=postgres://ann@%2Fvar%2Frun/stocks           | DATABASE_URL names a Unix socket
            DATABASE_URL=postgres://ann@d b/stocks                    | the host "d b" has a character that no host name has
            DATABASE_URL=postgres://ann:SECRET%@db/stocks             | a % that is not followed by two hexadecimal digits
            DATABASE_URL=postgres://ann:SECRET%zz@db/stocks           | a % that is not followed by two hexadecimal digits
            DATABASE_URL=postgres://ann@db/stocks?sslmode=on          | the sslmode "on" does not exist
            DATABASE_URL=postgres://ann@db/stocks?sslmode             | a parameter without a value
            DATABASE_URL=postgres://ann@db/stocks?host=other          | the parameter host, which is not read
            DATABASE_URL=postgres://ann@db/stocks?user=ann            | a user before the host and another as a parameter
            DATABASE_URL=postgres://ann@db/s?sslmode=allow&sslmode=require | the parameter sslmode twice
            # other values
            PGHOST=a,b ; PGDATABASE=x                                 | PGHOST names several hosts
            PGHOST=/var/run/postgresql ; PGDATABASE=x                 | PGHOST names a Unix socket
            PGHOST=db ; PGPORT=-1 ; PGDATABASE=x                      | PGPORT: the port "-1" is not a number
            POSTGRES_SERVER=db:6000 ; POSTGRES_DB=x ; POSTGRES_PORT=a | POSTGRES_PORT: the port "a" is not a number
            PGHOST=db ; PGDATABASE=x ; PGSSLMODE=yes                  | PGSSLMODE: the sslmode "yes" does not exist
            PGSERVICE=main                                            | PGSERVICE is set, but is not read here
            PGHOSTADDR=10.0.0.1 ; PGHOST=db ; PGDATABASE=x            | PGHOSTADDR is set, but is not read here
            MIGRATIONS_ENVIRONMENT=production                         | MIGRATIONS_ENVIRONMENT is "production", which is no environment
            MIGRATIONS_ENVIRONMENT=PROD ; PGHOST=db ; PGDATABASE=x    | MIGRATIONS_ENVIRONMENT is "PROD", which is no environment
            # flags
            --url=postgres://ann:SECRET@db/stocks                     | --url holds a password
            --url=jdbc:postgresql://db/stocks?user=ann&password=SECRET | --url holds a password
            --url=                                                    | --url is empty
            --url=postgres://ann@db/stocks ; --user=                  | --user is empty
            --embedded ; --url=postgres://ann@db/stocks               | --embedded names the embedded server, and --url another one
            --embedded ; --user=ann                                   | --embedded names the embedded server, and --user another one
            --url=postgres://ann@db/x ; --password-file=/no/such/file | --password-file /no/such/file cannot be read
            """)
    void areRefusedWithASentenceAndARemedy(String given, String sentence) {
        ConfigurationException refusal = catchThrowableOfType(
                ConfigurationException.class, () -> Given.of(given).choice());
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("invalid-configuration");
        assertThat(refusal)
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".")
                .doesNotContain("SECRET");
        assertThat(refusal.remedy()).endsWith(".").doesNotContain("SECRET");
    }
}
