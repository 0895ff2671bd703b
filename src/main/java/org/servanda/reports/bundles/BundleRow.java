package org.servanda.reports.bundles;

/** A row that a bundle can prove: it follows from the entries about its commitment, instrument and area. */
public interface BundleRow {

    /** Code of the commitment. */
    String code();

    /** Code of its instrument. */
    String instrument();

    /** Code of its primary area. */
    String area();
}
