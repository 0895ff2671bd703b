package org.servanda;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        // Quarkus would answer an address it cannot read with an empty 400; our own answer says what to do about it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
