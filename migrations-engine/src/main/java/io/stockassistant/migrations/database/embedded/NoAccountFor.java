package io.stockassistant.migrations.database.embedded;

import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out why root has nobody to run the server as, and which command helps. */
final class NoAccountFor {

    private NoAccountFor() {}

    static ProblemException folder(Path folder, List<SystemUser> users) throws IOException {
        if (users.isEmpty()) {
            return ServerProblem.noAccount(
                    folder,
                    "there is neither a user postgres nor a user nobody on this machine",
                    "Type `useradd --system postgres`, then repeat the command.");
        }
        String user = users.get(0).name();
        if (Stream.of("setpriv", "runuser")
                .noneMatch(tool -> Program.of(tool, "--version").succeeds())) {
            return ServerProblem.noAccount(
                    folder,
                    "neither setpriv nor runuser is installed to start it as user " + user,
                    "Install util-linux, then repeat the command.");
        }
        List<Path> closed = listClosedParents(folder);
        if (!closed.isEmpty()) {
            String paths = closed.stream().map(path -> "'" + path + "'").collect(Collectors.joining(" "));
            return ServerProblem.noAccount(
                    folder,
                    "user " + user + " may not enter that folder",
                    "Type `chmod o+x " + paths + "`, or work in a folder that is open, then repeat the command.");
        }
        return ServerProblem.noAccount(
                folder,
                "this system does not let root start a program as user " + user,
                "Repeat the command as a user other than root.");
    }

    private static List<Path> listClosedParents(Path folder) throws IOException {
        List<Path> closed = new ArrayList<>();
        for (Path path = folder; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                closed.add(path);
            }
        }
        return closed;
    }
}
