package org.servanda.progress;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.files.EvidenceFiles;
import org.servanda.time.RegisterCalendar;
import org.servanda.web.BodyValidation;

/** Rules for the evidence that an update, an assessment, a milestone or a later addition brings. */
@ApplicationScoped
public class EvidenceRules {

    /** Largest number of pieces of evidence in one update, assessment or milestone. */
    public static final int MOST_EVIDENCE = 20;

    private final EvidenceFiles files;
    private final RegisterCalendar calendar;
    private final Clock clock;

    EvidenceRules(EvidenceFiles files, RegisterCalendar calendar, Clock clock) {
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Adds a fault for each broken rule of a list of evidence, which stands at {@code /evidence} of the body.
     *
     * @param evidence null where the body has none
     */
    public void check(List<Evidence> evidence, BodyValidation bodyValidation) {
        if (evidence == null) return;
        if (evidence.size() > MOST_EVIDENCE) bodyValidation.fault("/evidence", "holds more than " + MOST_EVIDENCE);
        for (int i = 0; i < evidence.size(); i++) {
            String pointer = "/evidence/" + i;
            if (bodyValidation.required(evidence.get(i), pointer)) check(evidence.get(i), pointer, bodyValidation);
        }
    }

    /**
     * Adds a fault for each broken rule of one piece of evidence; a file that it names must have been uploaded.
     *
     * @param pointer the place of the evidence in the body (JSON Pointer)
     */
    public void check(Evidence evidence, String pointer, BodyValidation bodyValidation) {
        evidence.check(pointer, calendar.today(), clock.instant(), bodyValidation);
        if (evidence.file() != null && !files.exists(evidence.file()))
            bodyValidation.fault(pointer + "/file", "there is no such file here; upload it first, POST /api/v1/files");
    }
}
