package io.stockassistant.migrations.faults;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Makes what nobody would write, out of pieces of what people write and of what breaks parsers. */
final class HostileInput {

    private static final String SEPARATOR = "¦";

    private static final String[] ANYTHING =
            pieces("¦ ¦\t¦\n¦\r\n¦\r¦\0¦\uFEFF¦\u2028¦é¦😀¦\uD800¦'¦\"¦`¦\\¦/¦%¦%s%n¦%00¦${¦}¦${a}¦$¦$$¦@¦:¦;¦,¦=¦#¦-¦"
                    + "--¦+¦*¦?¦(¦)¦[¦]¦{¦<!--¦0¦1¦-1¦01¦1.0¦99999999999999999999¦NaN¦null¦true¦alpha¦beta¦head¦base¦"
                    + "public¦pg_catalog¦..¦../..¦'; DROP TABLE public.canary; --¦\"; DROP TABLE public.canary; --¦"
                    + "\\'; DROP TABLE public.canary; --¦$$; DROP TABLE public.canary; $$");

    private static final String[] SQL =
            pieces("CREATE TABLE t (id int);¦CREATE TABLE IF NOT EXISTS u (id int);¦INSERT INTO t VALUES (1);¦"
                    + "SELECT 1;¦SELECT 1/0;¦COPY u FROM stdin;\n¦1\n2\n¦\\.\n¦BEGIN;¦COMMIT;¦ROLLBACK;¦SAVEPOINT s;¦"
                    + "DO $$ BEGIN ¦NULL; END $$;¦$a$¦$a$;¦/*¦*/¦/* /* */ */¦-- a comment\n¦E'\\'¦U&'\\0041'¦''¦VACUUM;¦"
                    + "CREATE INDEX CONCURRENTLY i ON u (id);¦SET search_path = public;¦SET client_encoding = 'LATIN1';¦"
                    + "DISCARD ALL;¦RESET ALL;¦SET ROLE none;¦CREATE SCHEMA beta;¦DROP SCHEMA beta;¦"
                    + "${flyway:defaultSchema}¦-- depends-on: alpha@1\n¦-- depends-on: alpha@\n¦-- depends-on:\n¦"
                    + "-- depends-on: beta@2\n¦-- depends-on: gamma@1, alpha@1\n¦-- irreversible:\n¦"
                    + "-- irreversible: why\n¦-- lint:ignore\n¦SELECT '¦SELECT $1;¦SELECT ?;¦\\d\n¦\\i x\n¦BEGIN ATOMIC¦"
                    + "CREATE FUNCTION f() RETURNS int LANGUAGE sql ");

    private static final String[] NAME =
            pieces("V¦U¦R¦B¦J¦v¦1¦2¦3¦01¦1.0¦1_1¦1..2¦20260101000000¦99999999999999¦-1¦__¦__¦__¦_¦a¦a_b¦a b¦é¦😀¦.sql¦"
                    + ".sql¦.sql¦.SQL¦.sql.conf¦.conf¦.java¦~¦%¦'¦.¦HEAD¦undo¦ ");

    private static final String[] PROPERTIES =
            pieces("name¦schema¦history¦depends-on¦models¦placeholders.a¦executeInTransaction¦encoding¦"
                    + "placeholderReplacement¦=¦=¦=¦:¦\n¦\n¦\n¦\\\n¦\\u0041¦\\uZZZZ¦\\¦true¦FALSE¦maybe¦utf-8¦latin1¦"
                    + "alpha¦beta¦gamma¦public¦pg_toast¦x.y¦x.y.z¦.¦\"a\"¦a b¦!¦# c");

    private static final String[] SETTINGS =
            pieces("DATABASE_URL¦POSTGRES_HOST¦POSTGRES_PORT¦POSTGRES_DB¦POSTGRES_USER¦POSTGRES_PASSWORD¦PGHOST¦"
                    + "export ¦=¦=¦=¦\n¦\n¦\n¦'¦\"¦\\n¦#¦$HOME¦${X:-y}¦$(id)¦postgres://u:p@h/d¦5432¦65536¦-1¦jdbc:");

    private static final String[] URL =
            pieces("postgres¦postgresql¦jdbc:postgresql¦jdbc¦mysql¦http¦://¦://¦:¦//¦/¦@¦@¦user¦p%40ss¦p%zz¦host¦"
                    + "h1,h2¦[::1]¦[¦]¦localhost¦5432¦0¦65536¦99999999999¦db¦?¦&¦sslmode¦=¦require¦verify-full¦bogus¦"
                    + "options¦-c x=y¦user=¦password=x¦#¦%¦%2¦%00¦socketFactory");

    private static final String[] TARGET =
            pieces("alpha¦beta¦gamma¦@¦@¦+¦-¦1¦2¦0¦99999999999999999999¦head¦base¦heads¦:¦1.0¦01¦20260101000000¦**¦^¦"
                    + "~¦HEAD¦Alpha");

    private static final String[] WORDS =
            pieces("heads¦show¦--help¦-h¦help¦--version¦--¦--output¦json¦xml¦--output=json¦--modules¦--placeholder¦"
                    + "a=b¦a¦=¦--lock-timeout¦--lock-retries¦-1¦1e9¦--no-color¦--quiet¦--verbose¦--log-level¦loud¦--yes¦"
                    + "@file¦--url¦--user¦--password-file¦--echo¦-x¦---¦-m");

    private final Random random;

    private static String[] pieces(String pieces) {
        return pieces.split(SEPARATOR, -1);
    }

    HostileInput(Random random) {
        this.random = random;
    }

    String sql() {
        String text = mix(SQL, 12);
        return switch (random.nextInt(25)) {
            case 0 -> text + "(".repeat(20_000);
            case 1 -> text + "SELECT '" + "x".repeat(200_000) + "';";
            case 2 -> text + "/*".repeat(5_000);
            case 3 -> "SELECT 1;\n".repeat(2_000) + text;
            default -> text;
        };
    }

    /** Mostly the text, sometimes with bytes that are none. */
    byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(8) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    String fileName() {
        String name = mix(NAME, 7).replaceAll("[/\0\uD800-\uDFFF]", "");
        return name.isBlank() || name.matches("\\.+") ? "V1__a.sql" : name.substring(0, Math.min(name.length(), 100));
    }

    String properties() {
        return mix(PROPERTIES, 14);
    }

    String settings() {
        return mix(SETTINGS, 14);
    }

    String url() {
        return mix(URL, 10);
    }

    String target() {
        return mix(TARGET, 4);
    }

    String word() {
        return random.nextInt(5) == 0 ? mix(ANYTHING, 2) : pick(WORDS);
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private String mix(String[] pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = upTo(most); i > 0; i--) {
            text.append(random.nextInt(6) == 0 ? pick(ANYTHING) : pick(pieces));
        }
        return text.toString();
    }

    private String pick(String[] pieces) {
        return pieces[random.nextInt(pieces.length)];
    }
}
