package io.stockassistant.dataengineering.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the format of COPY … (FORMAT binary), sent whenever a buffer is full.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
final class BinaryRows {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    BinaryRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void startRow(int fields) throws SQLException {
        reserve(Short.BYTES);
        buffer.putShort((short) fields);
    }

    void nothing() throws SQLException {
        reserve(Integer.BYTES);
        buffer.putInt(-1);
    }

    void number(int value) throws SQLException {
        reserve(2 * Integer.BYTES);
        buffer.putInt(Integer.BYTES).putInt(value);
    }

    void number(long value) throws SQLException {
        reserve(Integer.BYTES + Long.BYTES);
        buffer.putInt(Long.BYTES).putLong(value);
    }

    void bytes(byte[] value) throws SQLException {
        reserve(Integer.BYTES);
        buffer.putInt(value.length);
        if (value.length > BUFFER_BYTES) {
            send();
            copy.writeToCopy(value, 0, value.length);
        } else {
            reserve(value.length);
            buffer.put(value);
        }
    }

    void end() throws SQLException {
        reserve(Short.BYTES);
        buffer.putShort((short) -1);
        send();
    }

    private void reserve(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
