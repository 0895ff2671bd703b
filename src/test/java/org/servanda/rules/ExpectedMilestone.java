package org.servanda.rules;

import java.time.LocalDate;
import java.util.Map;

/** A milestone as it is to be seen on a day. */
public record ExpectedMilestone(
        String id,
        Map<String, Object> title,
        String state,
        LocalDate plannedOn,
        LocalDate forecastOn,
        LocalDate achievedOn,
        int evidence) {}
