package io.stockassistant.migrations.database;

import java.sql.SQLException;
import java.util.List;

/** Hears of each statement that is sent over a connection, before the server does. */
@FunctionalInterface
public interface StatementListener {

    /**
     * A statement is about to be sent.
     *
     * @param sql as the server gets it, secrets included
     * @param data what is sent with it, in a few words; empty if nothing is
     * @return hears how it ends
     */
    Sent sending(String sql, String data);

    /** One that tells several. */
    static StatementListener all(List<StatementListener> listeners) {
        return (sql, data) -> {
            List<Sent> all =
                    listeners.stream().map(each -> each.sending(sql, data)).toList();
            return new Sent() {
                @Override
                public void done() {
                    all.forEach(Sent::done);
                }

                @Override
                public void failed(SQLException reason) {
                    all.forEach(each -> each.failed(reason));
                }
            };
        };
    }

    /** A statement that is under way. */
    interface Sent {

        /** The server has carried it out. */
        void done();

        /** The server has refused it, or the connection broke. */
        void failed(SQLException reason);
    }
}
