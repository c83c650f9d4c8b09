package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a data directory: under another name first, so that a crash leaves nothing that looks complete. */
final class NewData {

    private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

    /** initdb finds the server program through a shell, and quotes its path without care. */
    private static final Pattern NOT_FOR_A_SHELL = Pattern.compile("[\"$`\\\\\n]");

    private final DataRoot root;
    private final Binaries binaries;
    private final ServerAccount account;

    NewData(DataRoot root, Binaries binaries, ServerAccount account) {
        this.root = root;
        this.binaries = binaries;
        this.account = account;
    }

    void make() throws IOException {
        if (NOT_FOR_A_SHELL.matcher(root.folder().toString()).find()) {
            throw ServerProblem.oddName(root.folder());
        }
        Path unfinished = root.createUnfinishedData();
        account.takeOver(unfinished);
        int exit = account.start(initdb(unfinished)).run(root.log());
        if (exit != 0) {
            throw ServerProblem.programFailed("initdb", exit, root.listLastLogLines());
        }
        Files.move(unfinished, root.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Anyone on this machine may connect, as superuser and without a password: it is a server for development whose URL
     * is enough, as printed, for psql and applications. The built-in locale sorts by code point and knows the case of
     * all letters, the same on every machine; older versions have plain C.
     */
    private Program initdb(Path data) {
        List<String> words = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + EmbeddedServer.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        if (binaries.major() >= FIRST_WITH_BUILTIN_LOCALE) {
            words.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return new Program(words);
    }
}
