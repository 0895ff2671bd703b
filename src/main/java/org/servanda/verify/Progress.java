package org.servanda.verify;

import java.time.LocalDate;

/**
 * How far the whole or a party has come. States again {@code org.servanda.commitments.timeline.Progress} and {@code
 * PartyProgress} in the register's program.
 *
 * @param successor null unless it is superseded by another commitment
 * @param due the day by which the next update is due
 * @param updateId the last update that counts for the party; null for the whole
 */
record Progress(
        Status status,
        LocalDate since,
        Percent percent,
        Assurance assurance,
        String successor,
        LocalDate due,
        String updateId) {}
