package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A user of the operating system, as its list of users has it. */
record SystemUser(String name, int uid, int gid) {

    private static final Path USERS = Path.of("/etc/passwd");

    /**
     * Who may run the server for root: the owner of the folder, if that is a user, who can then go on without root;
     * otherwise the users that are meant for such work, as far as they exist.
     */
    static List<SystemUser> listUnprivileged(Path folder) throws IOException {
        Object owner = Files.getAttribute(folder, "unix:uid");
        List<SystemUser> known = Files.readAllLines(USERS, StandardCharsets.ISO_8859_1).stream()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > 3 && fields[2].matches("\\d{1,9}") && fields[3].matches("\\d{1,9}"))
                .map(fields -> new SystemUser(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                .toList();
        Stream<SystemUser> owners = known.stream().filter(user -> owner.equals(user.uid()));
        Stream<SystemUser> made = Stream.of("postgres", "nobody")
                .flatMap(name -> known.stream().filter(user -> user.name().equals(name)));
        return Stream.concat(owners, made)
                .filter(user -> user.uid() != 0)
                .distinct()
                .toList();
    }
}
