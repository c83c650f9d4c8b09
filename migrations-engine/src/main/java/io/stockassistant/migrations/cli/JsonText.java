package io.stockassistant.migrations.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a JSON file, as an editor may have saved it. */
final class JsonText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonText() {}

    /** Without the byte order mark that some editors begin a file with. */
    static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }
}
