package io.stockassistant.migrations.script;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives migrations of one module newer versions: their files are renamed, and headers that name them follow.
 *
 * @param versions the new version of each old one, oldest first
 */
public record Rebase(String module, Map<Version, Version> versions) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Pattern DEPENDS_ON = Pattern.compile("(?m)^(\\s*--\\s*depends-on:\\s*)(\\S+)(\\s*)$");

    /**
     * Chooses versions after the head, in the order of the old ones.
     *
     * @param head the newest version that stays
     * @param now the time in UTC, for modules with timestamps
     */
    public static Rebase after(Version head, List<Migration> migrations, boolean timestamps, LocalDateTime now) {
        Map<Version, Version> versions = new LinkedHashMap<>();
        Version last = head;
        for (Migration migration : migrations) {
            last = timestamps ? later(last, now) : next(last);
            versions.put(migration.version(), last);
        }
        return new Rebase(migrations.get(0).module(), versions);
    }

    private static Version later(Version last, LocalDateTime now) {
        Version current = Version.of(TIMESTAMP.format(now));
        return current.compareTo(last) > 0 ? current : secondAfter(last);
    }

    private static Version secondAfter(Version version) {
        String digits = Long.toString(version.age().orElseThrow());
        return findTime(digits)
                .map(time -> Version.of(TIMESTAMP.format(time.plusSeconds(1))))
                .orElseGet(() -> next(Version.of(digits)));
    }

    /** Empty for what reads as a date and is none: the 31st of February, half past twenty-five. */
    private static Optional<LocalDateTime> findTime(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIMESTAMP))
                    .filter(time -> TIMESTAMP.format(time).equals(digits));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last number of the version, plus one. */
    private static Version next(Version last) {
        String text = last.toString();
        int dot = text.lastIndexOf('.');
        String number = text.substring(dot + 1);
        String raised = new BigInteger(number).add(BigInteger.ONE).toString();
        String padded = "0".repeat(Math.max(0, number.length() - raised.length())) + raised;
        return Version.of(text.substring(0, dot + 1) + padded);
    }

    /**
     * Renames the files of the module in a folder.
     *
     * @return what was renamed, as {@code old -> new}
     * @throws IOException if a file cannot be renamed; those before it have been
     */
    public List<String> rename(Path folder) throws IOException {
        List<String> renamed = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            String script = name.endsWith(ScriptConf.SUFFIX)
                    ? name.substring(0, name.length() - ScriptConf.SUFFIX.length())
                    : name;
            Version old = FileName.find(script).map(FileName::version).orElse(null);
            Version changed = old == null ? null : versions.get(old);
            if (changed != null) {
                int rest = name.contains("__") ? name.indexOf("__") : script.length() - FileName.SUFFIX.length();
                String newName = name.charAt(0) + changed.toString() + name.substring(rest);
                Files.move(file, file.resolveSibling(newName));
                renamed.add(name + " -> " + newName);
            }
        }
        return renamed;
    }

    /**
     * Makes the headers of the files in a folder name the new versions.
     *
     * @return the files that were changed
     */
    public List<Path> updateHeaders(Path folder) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.getFileName().toString().endsWith(FileName.SUFFIX)) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                String updated = DEPENDS_ON.matcher(text).replaceAll(this::updated);
                if (!updated.equals(text)) {
                    Files.writeString(file, updated, StandardCharsets.UTF_8);
                    changed.add(file);
                }
            }
        }
        return changed;
    }

    private String updated(MatchResult line) {
        String name = Revision.find(line.group(2))
                .filter(each -> each.module().equals(module) && versions.containsKey(each.version()))
                .map(each -> new Revision(module, versions.getOrDefault(each.version(), each.version())).toString())
                .orElse(line.group(2));
        return Matcher.quoteReplacement(line.group(1) + name + line.group(3));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
