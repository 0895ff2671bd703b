package org.servanda.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Loads the access matrix at the start, so that the program does not start with an invalid one. The program has one
 * file; the tests add a second one for the endpoints that exist in tests only.
 */
class AccessMatrixLoader {

    @Produces
    @Singleton
    @Startup
    AccessMatrix ofProgram() {
        List<AccessMatrix> matrices = new ArrayList<>();
        try {
            ClassLoader program = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(program.getResources(AccessMatrix.FILE))) {
                try (InputStream in = file.openStream()) {
                    matrices.add(AccessMatrix.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(AccessMatrix.FILE + " cannot be read", e);
        }
        return AccessMatrix.merge(matrices);
    }
}
