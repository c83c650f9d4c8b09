package io.stockassistant.migrations.lint;

import java.util.Locale;

/** What a database in use says to a question about its rows. */
sealed interface RowAnswer {

    /** What it means, as a sentence. */
    String sentence(RowQuestion question);

    /**
     * @param isMore whether there are more than were counted
     * @param time when it was asked
     */
    record Some(long count, boolean isMore, String time) implements RowAnswer {

        @Override
        public String sentence(RowQuestion question) {
            return "In the database there " + (count == 1 ? "is " : "are ") + (isMore ? "at least " : "")
                    + String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? question.one() : question.many())
                    + " (" + time + ")";
        }
    }

    /** @param time when it was asked; it may be otherwise when the migration runs */
    record None(String time) implements RowAnswer {

        @Override
        public String sentence(RowQuestion question) {
            return "In the database there is no " + question.one() + " (" + time + ").";
        }
    }

    /** @param reason without a full stop */
    record Unknown(String reason) implements RowAnswer {

        @Override
        public String sentence(RowQuestion question) {
            return "Whether there is a " + question.one() + " in the database is not known: " + reason + ".";
        }
    }
}
