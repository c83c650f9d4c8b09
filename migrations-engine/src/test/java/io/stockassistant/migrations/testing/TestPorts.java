package io.stockassistant.migrations.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that stop and must find their port again when they start. The system gives none of these to a
 * client, as it may do above 32768, and no test JVM beside this one gets the same.
 */
public final class TestPorts {

    private static final int FIRST = 10_000;
    private static final int PER_PROCESS = 50;
    private static final int PROCESSES = 400;
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private TestPorts() {}

    public static int next() {
        long process = ProcessHandle.current().pid() % PROCESSES;
        return FIRST + (int) process * PER_PROCESS + GIVEN.getAndIncrement() % PER_PROCESS;
    }
}
