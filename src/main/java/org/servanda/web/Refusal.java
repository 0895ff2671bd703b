package org.servanda.web;

import java.util.List;
import java.util.function.Supplier;

import org.servanda.text.Nearest;
import org.servanda.web.Problem.Fault;

/** The one way to refuse a request; {@link Problems} turns it into the answer. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Fault> faults;

    public Refusal(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    public Refusal(Reason reason, String detail, List<Fault> faults) {
        // No stack trace: a refusal is an answer, not a failure of ours, and it is made on every bad request.
        super(detail, null, false, false);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    /** Refuses a query for all that is wrong with it. */
    public static Refusal parameters(List<Fault> faults) {
        return new Refusal(Reason.INVALID_PARAMETER, sentence(faults), faults);
    }

    /** There is no {@code what} with this code; the nearest known one is named. */
    public static Refusal unknown(String what, String code, Supplier<List<String>> known) {
        String hint = Nearest.to(code, known.get())
                .map(nearest -> " The nearest known one is " + nearest + ".")
                .orElse("");
        return new Refusal(Reason.NOT_FOUND, "There is no " + what + " " + code + "." + hint);
    }

    private static String sentence(List<Fault> faults) {
        Fault first = faults.get(0);
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more, see errors)";
        return first.parameter() + ": " + first.message() + more;
    }

    public Reason reason() {
        return reason;
    }

    public List<Fault> faults() {
        return faults;
    }
}
