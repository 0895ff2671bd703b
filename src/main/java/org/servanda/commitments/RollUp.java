package org.servanda.commitments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.servanda.text.PrintedAs;

/**
 * The roll-up rule: how the progress of a commitment follows from its parties. It is set for each commitment and is never an
 * average. Parties that gave it up count only when all did; a party without an update stands where the text says (section 4
 * of docs/rules.md).
 * Stated a second time, independently, in {@code org.servanda.verify.RollUp}.
 */
@Schema(
        description =
                "How the standing of a shared commitment follows from its parties. lead: reports about the whole and those of the lead party count. all: it stands where the party stands that is least far. any: where the one stands that is furthest. With all and any a report of the secretariat about the whole speaks for each party, one of a focal point for its own.")
@PrintedAs("rollUp")
public enum RollUp {
    lead,
    all,
    any
}
