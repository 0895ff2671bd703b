package org.servanda.ledger;

import java.nio.file.Path;

/** Where the store is, by its JDBC address; in words without what an address may hold besides, such as a password. */
record DatabaseAddress(String url) {

    private static final String H2 = "jdbc:h2:";

    boolean embedded() {
        return url.startsWith(H2);
    }

    boolean inMemory() {
        return url.startsWith(H2 + "mem:");
    }

    /** Of an H2 store that is not in memory. */
    Path file() {
        return Path.of(url.replaceFirst("^" + H2 + "(\\w+:)?", "").replaceFirst(";.*", "") + ".mv.db");
    }

    @Override
    public String toString() {
        if (!embedded()) return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
        return file().toString();
    }
}
