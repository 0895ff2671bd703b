package org.servanda.faults;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.servanda.testing.ProgramProcess;
import org.servanda.testing.ProgramProcess.Answer;

/** What those who only read may be answered: what they asked for, or to come again; anything else is wrong. */
class ReadingClients {

    private static final List<String> QUESTIONS = List.of(
            "/api/v1/commitments?area=AI&limit=5",
            "/api/v1/commitments/" + ReportingClients.COMMITMENTS.get(0),
            "/api/v1/summary?by=area,status",
            "/api/v1/updates?limit=5");

    private static final long PAUSE_MILLIS = 50;

    private final ClientOutcomes outcomes;

    ReadingClients(ClientOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** One of them, who asks each question again and again and moves on to the next node with each. */
    void read(List<ProgramProcess> nodes, int first, BooleanSupplier going) throws InterruptedException {
        for (int at = first; going.getAsBoolean(); at++) {
            ask(ReportingClients.node(nodes, at), QUESTIONS.get(at % QUESTIONS.size()));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void ask(ProgramProcess service, String question) throws InterruptedException {
        try {
            Answer answer = service.ask(question);
            boolean comeAgain = answer.status() == 503 && answer.retryAfter().isPresent();
            if (answer.status() != 200 && !comeAgain)
                outcomes.wrong(question + ": " + answer.status() + " " + answer.body());
        } catch (UncheckedIOException cut) {
            // A reader asks again.
        }
    }
}
