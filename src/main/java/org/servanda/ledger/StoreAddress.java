package org.servanda.ledger;

/** Where the store is, by its JDBC address; in words without what an address may hold besides, such as a password. */
record StoreAddress(String url) {

    private static final String H2 = "jdbc:h2:";

    boolean embedded() {
        return url.startsWith(H2);
    }

    boolean inMemory() {
        return url.startsWith(H2 + "mem:");
    }

    @Override
    public String toString() {
        if (!embedded()) return url.replaceFirst("\\?.*", "");
        return url.replaceFirst("^" + H2 + "(file:)?", "").replaceFirst(";.*", "") + ".mv.db";
    }
}
