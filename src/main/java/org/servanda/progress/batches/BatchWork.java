package org.servanda.progress.batches;

import java.util.List;

import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * The work on the items of one kind of batch.
 *
 * @param <I> type of an item
 * @param <R> type of the result of an item
 */
public interface BatchWork<I, R> {

    /**
     * Carries out one item, as if it had come alone, on the register as the items before it have left it.
     *
     * @throws ProblemException where the item is refused; nothing of it has been written then
     */
    R carryOut(I item);

    /** The result of an item that was refused. */
    R refused(I item, List<Fault> faults);

    /** The problem that is answered where an item is refused and the whole batch with it. */
    ProblemType problemType();

    /** The end of the message of that problem, after the number of refused items and of all: "reports cannot be recorded". */
    String refusal();
}
