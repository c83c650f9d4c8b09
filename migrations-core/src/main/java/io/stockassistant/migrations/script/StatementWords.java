package io.stockassistant.migrations.script;

import java.util.Locale;

/** What the words of one statement say about where it ends: in the body of a function, or after the data of a COPY. */
final class StatementWords {

    /** CREATE OR REPLACE FUNCTION. */
    private static final int MOST_BEFORE_FUNCTION = 4;

    private int count;
    private String previous = "";
    private boolean copy;
    private boolean copyFromStdin;
    private boolean function;
    private int blockDepth;

    /** @param outside whether the word stands outside of all parentheses */
    void add(String text, int start, int end, boolean outside) {
        count++;
        if (!outside) {
            return;
        }
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        copy |= count == 1 && word.equals("copy");
        copyFromStdin |= copy && previous.equals("from") && word.equals("stdin");
        function |= count <= MOST_BEFORE_FUNCTION && (word.equals("function") || word.equals("procedure"));
        if (function) {
            nest(word);
        }
        previous = word;
    }

    /** In a body that is written as BEGIN ATOMIC, only CASE has an END of its own. */
    private void nest(String word) {
        if (blockDepth == 0) {
            blockDepth = previous.equals("begin") && word.equals("atomic") ? 1 : 0;
        } else if (word.equals("case")) {
            blockDepth++;
        } else if (word.equals("end")) {
            blockDepth--;
        }
    }

    /** Whether a semicolon here belongs to the body of a function. */
    boolean isInBlock() {
        return blockDepth > 0;
    }

    boolean isCopyFromStdin() {
        return copyFromStdin;
    }
}
