package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.Rename;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Two schemas, as {@code cases.sql} has them ({@code === name}, renames behind {@code ***}, the one, {@code ---}, the
 * other), and the parts that lead from one to the other, each with its upgrade behind {@code >>>} and its downgrade behind
 * {@code <<<}.
 */
record RolloutCase(String name, int since, List<Rename> renames, String before, String after, String parts) {

    static List<RolloutCase> all() {
        try (InputStream file = Objects.requireNonNull(RolloutCase.class.getResourceAsStream("cases.sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<RolloutCase> cases = new ArrayList<>();
            for (String each : text.split("(?m)^=== ", -1)) {
                if (!each.isBlank()) {
                    cases.add(parse(each));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RolloutCase parse(String text) {
        String[] title = text.lines().findFirst().orElseThrow().split(" since=", -1);
        List<Rename> renames = text.lines()
                .filter(each -> each.startsWith("*** "))
                .map(RolloutCase::rename)
                .toList();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        StringBuilder current = before;
        for (String line : text.lines().skip(1).toList()) {
            if (line.equals("---")) {
                current = after;
            } else if (!line.startsWith("*** ")) {
                current = line.startsWith(">>>") ? parts : current;
                current.append(line).append('\n');
            }
        }
        return new RolloutCase(
                title[0],
                title.length > 1 ? Integer.parseInt(title[1]) : 13,
                renames,
                before.toString(),
                after.toString(),
                parts.toString());
    }

    /** For example {@code *** column shop.orders name -> title}. */
    private static Rename rename(String line) {
        String[] words = line.replace("-> ", "").split(" ", -1);
        return new Rename(Rename.Subject.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2], words[3], words[4]);
    }

    /** The parts as the file shows them. */
    static String show(List<Part> parts) {
        PartText text = new PartText();
        StringBuilder all = new StringBuilder();
        for (Part each : parts) {
            all.append(">>>")
                    .append(each.suffix().isEmpty() ? "" : " " + each.suffix())
                    .append(text.upgradeConf(each)
                            .map(conf -> " [" + conf.strip() + "]")
                            .orElse(""))
                    .append('\n')
                    .append(text.upgrade(each))
                    .append("<<<")
                    .append(text.downgradeConf(each)
                            .map(conf -> " [" + conf.strip() + "]")
                            .orElse(""))
                    .append('\n')
                    .append(text.downgrade(each));
        }
        return all.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
