package org.servanda.progress.batches;

import java.util.ArrayList;
import java.util.List;

import org.servanda.web.BodyValidation;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;

/** The items of a batch: how many there may be, where each stands in the body, and how they are carried out one by one. */
public final class BatchItems {

    /** Largest number of items in one request. */
    public static final int MOST_ITEMS = 200;

    private BatchItems() {}

    /** The place of an item in the body (JSON Pointer). */
    public static String pointer(int index) {
        return "/items/" + index;
    }

    /**
     * Adds a fault where there are no items or too many.
     *
     * @param noun what the items are called in the message, in the plural
     * @throws ProblemException where the list itself is missing, as then nothing else can be checked
     */
    public static void checkNumber(List<?> items, String noun, BodyValidation bodyValidation) {
        if (!bodyValidation.required(items, "/items")) throw bodyValidation.problem();
        if (items.isEmpty() || items.size() > MOST_ITEMS)
            bodyValidation.fault("/items", "must hold 1 to " + MOST_ITEMS + " " + noun);
    }

    /**
     * Carries out the items in the order of the request (rule 13.1).
     *
     * @param partial whether the items that can be carried out stay when others are refused
     * @return one result for each item
     * @throws ProblemException with the faults of every refused item, each with its place, unless partial
     */
    public static <I, R> List<R> carryOut(List<I> items, boolean partial, BatchWork<I, R> work) {
        List<R> results = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < items.size(); i++) {
            try {
                results.add(work.carryOut(items.get(i)));
            } catch (ProblemException problem) {
                List<Fault> faultsOfItem = faults(problem, pointer(i));
                faults.addAll(faultsOfItem);
                results.add(work.refused(items.get(i), faultsOfItem));
                refused++;
            }
        }
        if (refused > 0 && !partial)
            throw new ProblemException(
                    work.problemType(),
                    refused + " of " + items.size() + " " + work.refusal() + ", so none was.",
                    faults);
        return results;
    }

    private static List<Fault> faults(ProblemException problem, String pointer) {
        List<Fault> faults =
                problem.faults().isEmpty() ? List.of(Fault.body("", problem.getMessage())) : problem.faults();
        return faults.stream().map(fault -> fault.below(pointer)).toList();
    }
}
