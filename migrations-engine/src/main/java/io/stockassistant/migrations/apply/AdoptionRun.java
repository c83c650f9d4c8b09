package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Gives the rows of a history that several modules share to the modules' own histories, in one transaction. The shared
 * one is read and never written: it stays as it was, and nobody looks at it any more.
 *
 * <p>The lock of a run keeps other runs away; Flyway's own locks, of the shared history and of every new one, keep stock
 * Flyway away while rows are copied. Nobody waits for a person with a lock that Flyway needs: what was read before the
 * question is read again after it, and has to be the same.
 */
public final class AdoptionRun {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final RunContext context;

    public AdoptionRun(RunContext context) {
        this.context = context;
    }

    /**
     * Splits, asks, and writes.
     *
     * @param consent is shown what would be written, when there is anything; false leaves everything as it is
     * @return what was split; written, if there is anything in it and the consent was given
     * @throws ProblemException with everything that is in the way; nothing was changed then
     */
    public Adoption run(AdoptionWish wish, Predicate<Adoption> consent) throws SQLException {
        try (RunLock lock = context.lock();
                SqlSession session = new SqlSession(context.connections().open("adopt"))) {
            SharedHistory seen = SharedHistory.read(session.connection(), wish.from(), modules());
            Adoption adoption = split(wish, seen);
            if (!adoption.isEmpty() && consent.test(adoption)) {
                JournalStart.Outline outline =
                        new JournalStart.Outline("adopt", adoption.rows().size(), "");
                Journal journal = JournalStart.open(session, lock, seen.own(), outline, context);
                try {
                    write(adoption, seen, lock, session, journal);
                } catch (ProblemException | StatementFailure | SQLException e) {
                    journal.stopped(session, e, context.observer());
                    throw e;
                }
            }
            return adoption;
        } catch (StatementFailure e) {
            throw e.sql();
        }
    }

    private Modules modules() {
        return context.migrations().modules();
    }

    private Adoption split(AdoptionWish wish, SharedHistory seen) {
        HistorySplit split = new HistorySplit(OwnScripts.list(context.migrations()), wish.assigned(), wish.ignored())
                .split(seen.rows());
        List<Problem> problems = new ArrayList<>(AdoptionProblems.unused(wish, seen.rows()));
        problems.addAll(split.problems());
        Map<Module, List<Adoption.Row>> rows = new LinkedHashMap<>();
        Optional<Module> inPlace = Optional.empty();
        for (Module module : modules().list()) {
            boolean hasRows = split.rows().containsKey(module.name());
            int already = seen.own().of(module.name()).rows().size();
            if (module.history().equals(wish.from())) {
                inPlace = Optional.of(module);
                if (split.rows().size() > (hasRows ? 1 : 0)) {
                    problems.add(AdoptionProblems.sharesItsOwn(wish.from(), module));
                }
            } else if (hasRows && already > 0) {
                problems.add(AdoptionProblems.hasRows(module, already));
            } else if (hasRows) {
                rows.put(module, split.rows().getOrDefault(module.name(), List.of()));
            }
        }
        ProblemException.throwIfAny(problems);
        return new Adoption(wish.from(), rows, split.left(), inPlace);
    }

    private void write(Adoption adoption, SharedHistory seen, RunLock lock, SqlSession session, Journal journal)
            throws StatementFailure, SQLException {
        SqlMessage begin = new SqlMessage()
                .add("BEGIN")
                .add("SELECT " + lock.check() + ", set_config('lock_timeout', '"
                        + context.settings().lockTimeout().toMillis() + "ms', true)");
        lockKeys(adoption).forEach(key -> begin.add("SELECT pg_advisory_xact_lock(" + key + ")"));
        try {
            session.send(begin);
        } catch (StatementFailure e) {
            throw explained(e, adoption);
        }
        if (!SharedHistory.read(session.connection(), adoption.from(), modules())
                .equals(seen)) {
            throw AdoptionProblems.writtenMeanwhile(adoption.from()).asException();
        }
        session.send(new SqlMessage()
                .addAll(AdoptionSql.statements(adoption, seen.own()))
                .addAll(journal.told("adopt", deeds(adoption)))
                .add("COMMIT"));
    }

    /** One for each module: the rows have times of their own in its history. */
    private static List<Journal.Deed> deeds(Adoption adoption) {
        List<Journal.Deed> deeds = new ArrayList<>();
        adoption.rows().forEach((module, rows) -> {
            HistoryRow newest = rows.get(rows.size() - 1).said();
            deeds.add(new Journal.Deed(
                    module.name(),
                    newest.version(),
                    newest.description(),
                    rows.size() + (rows.size() == 1 ? " row" : " rows") + " of " + adoption.from() + " to "
                            + module.history()));
        });
        return deeds;
    }

    private StatementFailure explained(StatementFailure e, Adoption adoption) {
        if (RunLock.isLost(e)) {
            throw new ProblemException(RunLock.lost(), e);
        }
        if (e.state().equals(LOCK_NOT_AVAILABLE)) {
            throw new ProblemException(
                    AdoptionProblems.flywayIsAtWork(
                            adoption.from(), context.settings().lockTimeout()),
                    e);
        }
        return e;
    }

    /** In ascending order, as everybody should who takes several. */
    private static LongStream lockKeys(Adoption adoption) {
        return LongStream.concat(
                        LongStream.of(adoption.from().lockKey()),
                        adoption.rows().keySet().stream()
                                .mapToLong(each -> each.history().lockKey()))
                .distinct()
                .sorted();
    }
}
