package org.servanda.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The role of a caller; {@code access/matrix.yaml} says what each role may do. */
@Schema(description = "What a key is for.")
public enum Role {
    reader,
    contributor,
    secretariat,
    auditor,
    admin
}
