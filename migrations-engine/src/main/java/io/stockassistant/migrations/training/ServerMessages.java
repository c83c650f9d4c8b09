package io.stockassistant.migrations.training;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a server says, as <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">the manual of
 * PostgreSQL</a> has it.
 */
final class ServerMessages {

    /** What the driver looks at, in the forms that it insists on. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "server_version", "17.0",
            "server_encoding", "UTF8",
            "client_encoding", "UTF8",
            "DateStyle", "ISO, MDY",
            "TimeZone", "UTC",
            "integer_datetimes", "on",
            "standard_conforming_strings", "on");

    private static final int TEXT_OID = 25;
    private static final int TIMESTAMP_OID = 1114;

    private final OutputStream out;

    ServerMessages(OutputStream out) {
        this.out = out;
    }

    void refuseEncryption() throws IOException {
        out.write('N');
        out.flush();
    }

    void welcome() throws IOException {
        message('R', body -> body.writeInt(0));
        for (Map.Entry<String, String> each : PARAMETERS.entrySet()) {
            message('S', body -> {
                text(body, each.getKey());
                text(body, each.getValue());
            });
        }
        message('K', body -> {
            body.writeInt(1);
            body.writeInt(1);
        });
    }

    void rows(List<List<Object>> rows) throws IOException {
        List<Object> columns = rows.isEmpty() ? List.of() : rows.get(0);
        message('T', body -> {
            body.writeShort(columns.size());
            for (Object column : columns) {
                text(body, "column");
                body.writeInt(0); // of no table
                body.writeShort(0);
                body.writeInt(column instanceof LocalDateTime ? TIMESTAMP_OID : TEXT_OID);
                body.writeShort(-1); // of any length
                body.writeInt(-1);
                body.writeShort(0); // as text
            }
        });
        for (List<Object> row : rows) {
            message('D', body -> {
                body.writeShort(row.size());
                for (Object value : row) {
                    byte[] bytes = text(value).getBytes(StandardCharsets.UTF_8);
                    body.writeInt(bytes.length == 0 ? -1 : bytes.length);
                    body.write(bytes);
                }
            });
        }
        message('C', body -> text(body, "SELECT " + rows.size()));
    }

    void ready() throws IOException {
        message('Z', body -> body.writeByte('I'));
        out.flush();
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private void message(char type, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new DataOutputStream(bytes));
        DataOutputStream all = new DataOutputStream(out);
        all.writeByte(type);
        all.writeInt(Integer.BYTES + bytes.size());
        bytes.writeTo(all);
        all.flush();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.writeByte(0);
    }

    /** A time has a space in its middle here. */
    private static String text(Object value) {
        return value instanceof LocalDateTime ? value.toString().replace('T', ' ') : value.toString();
    }
}
