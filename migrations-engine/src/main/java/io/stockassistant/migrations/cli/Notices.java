package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Obstruction;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.apply.ServerNotice;
import io.stockassistant.migrations.apply.ServerNotice.Severity;
import io.stockassistant.migrations.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server said during a run: shown at once, or kept for the JSON of its step. */
final class Notices implements RunObserver {

    private final Console console;
    private final Map<Step, List<ServerNotice>> kept = new HashMap<>();
    private final Map<Step, Long> leftOut = new HashMap<>();

    Notices(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void notice(Step step, ServerNotice notice) {
        if (console.isJson()) {
            kept.computeIfAbsent(step, key -> new ArrayList<>()).add(notice);
        } else {
            show(step, notice);
        }
    }

    private void show(Step step, ServerNotice notice) {
        String place = step.name() + " at " + step.file().place(notice.line()) + ": ";
        String word = notice.severity().name().toLowerCase(Locale.ROOT) + ": ";
        switch (notice.severity()) {
            case WARNING -> console.remark(place + notice.message());
            case NOTICE, INFO -> console.note(word + place + notice.message());
            case LOG, DEBUG -> console.detail(word + place + notice.message());
        }
        boolean shown = notice.severity().compareTo(Severity.LOG) < 0;
        showIfKnown(shown, "detail", notice.detail());
        showIfKnown(shown, "hint", notice.hint());
    }

    private void showIfKnown(boolean shown, String name, @Nullable String text) {
        if (shown && text != null) {
            console.note("  " + name + ": " + text);
        }
    }

    @Override
    public synchronized void noticesLeftOut(Step step, long count) {
        if (console.isJson()) {
            leftOut.put(step, count);
        } else {
            console.note(step.name() + ": the server said " + count + " more, which are left out.");
        }
    }

    /** What was said in an attempt that was rolled back is said again. */
    @Override
    public synchronized void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
        kept.remove(step);
        leftOut.remove(step);
    }

    /** Adds what was said during a step to its JSON, if anything was. */
    synchronized void addTo(Map<String, Object> members, Step step) {
        if (kept.containsKey(step)) {
            members.put("notices", kept.get(step).stream().map(Notices::json).toList());
        }
        if (leftOut.containsKey(step)) {
            members.put("noticesLeftOut", leftOut.get(step));
        }
    }

    private static Map<String, Object> json(ServerNotice notice) {
        return Json.object(
                "severity", notice.severity().name().toLowerCase(Locale.ROOT),
                "message", notice.message(),
                "detail", Optional.ofNullable(notice.detail()),
                "hint", Optional.ofNullable(notice.hint()),
                "sqlstate", notice.sqlState(),
                "line", notice.line());
    }
}
