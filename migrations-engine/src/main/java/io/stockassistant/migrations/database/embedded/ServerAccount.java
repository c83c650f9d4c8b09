package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user that the server runs as. Ordinarily that is us; but PostgreSQL refuses to run as root, so root starts it as
 * somebody who owns nothing else.
 *
 * @param front the words that start a program as that user; none where that is us
 * @param owner who the data must belong to, where it is not simply us
 */
record ServerAccount(List<String> front, Optional<SystemUser> owner) {

    private static final ServerAccount OURSELVES = new ServerAccount(List.of(), Optional.empty());
    private static final SystemUser ROOT = new SystemUser("root", 0, 0);

    /**
     * Finds a user that can work in the folder.
     *
     * <p>A real change of user comes first: the server is then a process that can harm nothing but its own data. A user
     * namespace without a mapping stays root towards the file system, so it is for folders that nobody but root can
     * enter.
     */
    static ServerAccount getFor(Path folder) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        List<SystemUser> users = SystemUser.listUnprivileged(folder);
        List<ServerAccount> candidates = Stream.concat(
                        users.stream().flatMap(ServerAccount::waysToBecome),
                        Stream.of(new ServerAccount(List.of("unshare", "-U"), Optional.of(ROOT))))
                .toList();
        for (ServerAccount candidate : candidates) {
            if (candidate.canWorkIn(folder)) {
                return candidate;
            }
        }
        throw NoAccountFor.folder(folder, users);
    }

    Program start(Program program) {
        return program.startedBy(front);
    }

    /** Hands the folder to the server's user, whoever owned it after earlier runs. */
    void takeOver(Path folder) throws IOException {
        if (owner.isPresent()) {
            Folders.handTo(owner.get().uid(), owner.get().gid(), folder);
        }
    }

    private static Stream<ServerAccount> waysToBecome(SystemUser user) {
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups", "--");
        List<String> runuser = List.of("runuser", "-u", user.name(), "--");
        return Stream.of(setpriv, runuser).map(front -> new ServerAccount(front, Optional.of(user)));
    }

    /** {@code id -un} because initdb wants a name for its user id, which a user namespace may not give. */
    private boolean canWorkIn(Path folder) {
        return start(Program.of("sh", "-c", "cd -- \"$1\" && id -un", "sh", folder.toString()))
                .succeeds();
    }

    private static boolean isRoot() throws IOException {
        Path ourselves = Path.of("/proc/self");
        return Files.exists(ourselves)
                ? Integer.valueOf(0).equals(Files.getAttribute(ourselves, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }
}
