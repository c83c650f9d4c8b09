package io.stockassistant.migrations.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes each event at once, in one piece. A log that cannot be written any more stops no run: it is said once. */
final class LineAppender extends AppenderBase<ILoggingEvent> {

    private final Function<ILoggingEvent, String> format;
    private final Writer out;
    private final Consumer<IOException> broken;

    LineAppender(Function<ILoggingEvent, String> format, Writer out, Consumer<IOException> broken) {
        this.format = format;
        this.out = out;
        this.broken = broken;
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            out.write(format.apply(event));
            out.flush();
        } catch (IOException e) {
            stop();
            broken.accept(e);
        }
    }
}
