package org.servanda.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * One start of the program, on a store of its own, that all tests share which change what is in the register:
 * {@code @HttpTest @TestProfile(FreshStore.class)}, both at the class, where alone Quarkus sees them. Each such test uses
 * commitments that no other one does. All other tests find the register as the seeds make it.
 */
public class FreshStore implements QuarkusTestProfile {}
