package org.servanda.progress.batches;

/**
 * Results of a batch, one for each item in the order of the request.
 *
 * @param <R> the record that implements it
 */
public interface BatchResults<R> {

    /** The same results without ids and entries, for a dry run, which leaves none of them in the register. */
    R withoutEntries();
}
