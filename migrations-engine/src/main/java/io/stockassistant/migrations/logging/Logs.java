package io.stockassistant.migrations.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.SecretMask;
import java.io.PrintWriter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The log of this process, from the moment that it is asked for. There is one at a time. */
public final class Logs implements AutoCloseable {

    private static final String OURS = "migrations";

    private final LoggerContext context;
    private final LogFile file;

    private Logs(LoggerContext context, LogFile file) {
        this.context = context;
        this.file = file;
    }

    /**
     * Begins to log.
     *
     * @param screen where lines go when no file is given, and what goes wrong with the file
     * @throws ProblemException {@code invalid-option} if the file cannot be written
     */
    public static Logs begin(LogSettings settings, PrintWriter screen) {
        LogFile file = LogFile.of(settings.file(), screen);
        Silence.end();
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("something has asked for a logger before the log was begun");
        }
        context.reset();
        LineAppender appender = new LineAppender(
                settings.format() == LogFormat.JSON ? Lines::json : Lines::text, file.writer(), file::broken);
        appender.setContext(context);
        appender.start();
        // What libraries say below a warning is about their own works, and may show what they were given.
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(settings.level() == LogLevel.ERROR ? Level.ERROR : Level.WARN);
        root.addAppender(appender);
        context.getLogger(OURS).setLevel(Level.toLevel(settings.level().name()));
        return new Logs(context, file);
    }

    private Logger logger(String name) {
        return context.getLogger(OURS + "." + name);
    }

    /** Logs what a run does. */
    public RunObserver run() {
        return new LoggedRun(logger("run"), logger("server"));
    }

    /** Logs the statements of a connection. */
    public StatementListener statements(String connection) {
        return new LoggedStatements(logger("sql"), connection);
    }

    /** @param address without a password */
    public void connected(String address, String server, String connection) {
        logger("connection")
                .atInfo()
                .addKeyValue("connection", connection)
                .log("connected to {}, PostgreSQL {}", address, server);
    }

    public void commandBegun(String command, String version) {
        logger("command").info("{} begun, version {}", command, version);
    }

    public void commandEnded(String command, int exitStatus, Duration duration) {
        logger("command")
                .atInfo()
                .addKeyValue("exit", exitStatus)
                .addKeyValue("millis", duration.toMillis())
                .log("{} ended", command);
    }

    /** Why a command has no result; of a defect of this program, where it is. */
    public void failed(ProblemException problems) {
        for (Problem problem : problems.problems()) {
            LoggingEventBuilder line = logger("command")
                    .atError()
                    .addKeyValue("code", problem.code().word());
            if (problem.code() == ProblemCode.UNEXPECTED) {
                line = line.setCause(problems);
            }
            line.log("{}", SecretMask.ofText(problem.message()));
        }
    }

    @Override
    public void close() {
        context.reset();
        SilentLogback.silence(context);
        file.close();
    }
}
