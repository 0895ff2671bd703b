package org.servanda.files;

/**
 * A file in ledger entries: everything except its bytes, which its digest identifies.
 *
 * @param size in bytes
 */
record FileBody(String sha256, String mediaType, long size, String name) {

    static final String UPLOADED = "uploaded";

    static final int MAX_NAME_LENGTH = 200;

    String subject() {
        return "file/" + sha256;
    }
}
