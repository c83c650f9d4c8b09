import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Compares what two folders have built, and names what differs; or looks whether it was made from a commit, whole. A script. */
final class BuildComparison {

    private static final int MOST = 20;

    private static final Path JAR = Path.of("migrations-app/target/migrations-app.jar");

    private static final Path ARCHIVES = Path.of("distribution/target");

    public static void main(String[] args) throws IOException {
        boolean good = args[0].equals("--whole")
                ? isWhole(args[1], Path.of(args[2]))
                : isSame(Path.of(args[0]), Path.of(args[1]));
        System.exit(good ? 0 : 1);
    }

    private static boolean isWhole(String commit, Path root) throws IOException {
        Path file = root.resolve(JAR);
        if (!Files.exists(file) || archives(root).size() != 2) {
            return false;
        }
        for (Path archive : archives(root)) { // made of that jar, and not of an earlier one
            if (Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(file)) < 0) {
                return false;
            }
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            String made = String.valueOf(manifest.getValue("Implementation-Commit"));
            // A jar that was made in a hurry, or offline, has no bill of materials.
            return commit.startsWith(made)
                    && "false".equals(manifest.getValue("Implementation-Dirty"))
                    && jar.getEntry(manifest.getValue("Sbom-Location")) != null;
        }
    }

    private static boolean isSame(Path first, Path second) throws IOException {
        List<Path> files = new ArrayList<>(List.of(JAR));
        archives(first).forEach(each -> files.add(first.relativize(each)));
        boolean same = files.size() == 3;
        if (!same) {
            System.err.println("There is a jar, a .zip and a .tar.gz to compare, and here is " + files + ".");
        }
        for (Path file : files) {
            same &= isSameFile(first.resolve(file), second.resolve(file));
        }
        return same;
    }

    private static List<Path> archives(Path root) throws IOException {
        if (!Files.isDirectory(root.resolve(ARCHIVES))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve(ARCHIVES))) {
            return files.filter(each -> each.getFileName().toString().matches("migrations-.*[.](zip|tar[.]gz)"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSameFile(Path first, Path second) throws IOException {
        String name = first.getFileName().toString();
        long place = Files.mismatch(first, second);
        if (place < 0) {
            System.out.println("Reproducible: " + name + ", in two builds the same " + Files.size(first) + " bytes.");
            return true;
        }
        System.err.println("Not reproducible: " + first + " and " + second + " differ from byte " + place + " on.");
        if (name.endsWith(".tar.gz")) {
            return false; // what is in it is in the .zip, too, whose entries are named
        }
        List<String> differences = differences(first, second);
        differences.stream().limit(MOST).forEach(each -> System.err.println("  " + each));
        if (differences.size() > MOST) {
            System.err.println("  and " + (differences.size() - MOST) + " more");
        }
        return false;
    }

    private static List<String> differences(Path first, Path second) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile one = new JarFile(first.toFile());
                JarFile other = new JarFile(second.toFile())) {
            Map<String, ZipEntry> here = entries(one);
            Map<String, ZipEntry> there = entries(other);
            for (ZipEntry entry : here.values()) {
                ZipEntry twin = there.get(entry.getName());
                if (twin == null) {
                    found.add("only in the first: " + entry.getName());
                } else if (!Arrays.equals(content(one, entry), content(other, twin))) {
                    found.add("another content: " + entry.getName());
                } else if (entry.getTime() != twin.getTime()) {
                    found.add("another time: " + entry.getName() + ", " + entry.getLastModifiedTime() + " and "
                            + twin.getLastModifiedTime());
                }
            }
            there.keySet().stream()
                    .filter(each -> !here.containsKey(each))
                    .forEach(each -> found.add("only in the second: " + each));
            if (found.isEmpty()) {
                found.add(
                        List.copyOf(here.keySet()).equals(List.copyOf(there.keySet()))
                                ? "the entries are the same, and packed in another way"
                                : "the entries are the same, in another order");
            }
        }
        return found;
    }

    private static Map<String, ZipEntry> entries(JarFile jar) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        jar.stream().forEach(each -> entries.put(each.getName(), each));
        return entries;
    }

    private static byte[] content(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }
}
