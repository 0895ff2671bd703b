package org.servanda.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.junit.TestProfile;

/** A test through HTTP that changes what is in the register; each uses commitments that no other one does. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HttpTest
@TestProfile(FreshStore.class)
public @interface WritingTest {}
