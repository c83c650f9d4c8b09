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
import java.util.zip.ZipEntry;

/** Compares two jars, and names the entries that differ; or looks whether one was made from a commit, whole. A script. */
final class JarComparison {

    private static final int MOST = 20;

    public static void main(String[] args) throws IOException {
        boolean good = args[0].equals("--whole")
                ? isWhole(args[1], Path.of(args[2]))
                : isSame(Path.of(args[0]), Path.of(args[1]));
        System.exit(good ? 0 : 1);
    }

    private static boolean isWhole(String commit, Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
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
        long place = Files.mismatch(first, second);
        if (place < 0) {
            System.out.println("Reproducible: two builds are the same, all " + Files.size(first) + " bytes.");
            return true;
        }
        System.err.println("Not reproducible: " + first + " and " + second + " differ from byte " + place + " on.");
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
