package org.servanda.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much is done, in percent, and the day of the update that said so; both are null when nobody said it.
 * States again what
 * {@code org.servanda.commitments.timeline.ReportedProgress} says about it in the register's program.
 */
record Percent(Long value, LocalDate on) {

    static final Percent NONE = new Percent(null, null);

    /** @param updates about one party or about the whole, in the order of days and, within a day, of recording */
    static Percent of(List<UncorrectedUpdate> updates) {
        Percent percent = NONE;
        Status status = null;
        TreeMap<LocalDate, List<UncorrectedUpdate>> days = updates.stream()
                .collect(Collectors.groupingBy(UncorrectedUpdate::on, TreeMap::new, Collectors.toList()));
        for (List<UncorrectedUpdate> day : days.values()) {
            // Rule 2.12: the update that was recorded last decides how its day ends.
            Status end = day.get(day.size() - 1).statement().status();
            // Rule 5.4: it holds as long as the status is the same.
            if (end != status) percent = NONE;
            status = end;
            for (UncorrectedUpdate update : day) {
                // Rule 5.6: within a day the last that says one, with the status with which the day ends.
                if (update.statement().status() != end) continue;
                Long value = update.event().body().numberOr("percent");
                if (value != null) percent = new Percent(value, update.on());
                // Rule 5.5: null takes it away.
                if (update.event().clears("percent")) percent = NONE;
            }
        }
        return percent;
    }
}
