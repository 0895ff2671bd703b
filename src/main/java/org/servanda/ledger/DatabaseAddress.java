package org.servanda.ledger;

import java.nio.file.Path;

/** The JDBC address of the database. Its text form leaves out the rest of the address, such as a password. */
record DatabaseAddress(String url) {

    private static final String H2 = "jdbc:h2:";

    boolean embedded() {
        return url.startsWith(H2);
    }

    boolean inMemory() {
        return url.startsWith(H2 + "mem:");
    }

    /** The file of an H2 database that is not in memory. */
    Path file() {
        return Path.of(url.replaceFirst("^" + H2 + "(\\w+:)?", "").replaceFirst(";.*", "") + ".mv.db");
    }

    @Override
    public String toString() {
        if (!embedded()) return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
        return file().toString();
    }
}
