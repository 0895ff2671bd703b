package org.servanda.ledger;

import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * Reads the header Idempotency-Key: a structured-field string in quotation marks, or without them, as most clients send
 * it.
 */
final class IdempotencyKey {

    static final int LONGEST = 255;

    private IdempotencyKey() {}

    static String read(String header) {
        if (header == null || header.isBlank())
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REQUIRED,
                    "Send Idempotency-Key with a new value for each change, such as a UUID, and the same value when you"
                            + " repeat one.");
        String key = header.strip();
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) key = key.substring(1, key.length() - 1);
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c <= '~'))
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REQUIRED,
                    "An Idempotency-Key has 1 to " + LONGEST + " printable ASCII characters without spaces.");
        return key;
    }
}
