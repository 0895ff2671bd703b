package org.servanda.files;

/**
 * A file as the ledger keeps it: all but its bytes, which its digest holds fast.
 *
 * @param size in bytes
 */
record FileBody(String sha256, String mediaType, long size, String name) {

    static final String UPLOADED = "uploaded";

    static final int LONGEST_NAME = 200;

    String subject() {
        return "file/" + sha256;
    }
}
