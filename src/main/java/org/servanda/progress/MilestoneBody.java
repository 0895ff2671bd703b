package org.servanda.progress;

import java.time.LocalDate;
import java.util.List;

import org.servanda.text.Bilingual;

/** A milestone as the ledger keeps it, whole with each of its entries. */
record MilestoneBody(
        String id,
        Bilingual title,
        LocalDate plannedOn,
        LocalDate forecastOn,
        LocalDate achievedOn,
        boolean dropped,
        List<Evidence> evidence) {}
