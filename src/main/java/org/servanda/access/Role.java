package org.servanda.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key is for; what each role may do stands in {@code access/matrix.yaml}. */
@Schema(description = "What a key is for.")
public enum Role {
    reader,
    contributor,
    secretariat,
    auditor,
    admin
}
