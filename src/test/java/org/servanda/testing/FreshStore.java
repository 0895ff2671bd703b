package org.servanda.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/** One start of the program, on a store of its own, that all tests which write share; the other tests count what is there. */
public class FreshStore implements QuarkusTestProfile {}
