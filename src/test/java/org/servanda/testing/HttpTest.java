package org.servanda.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test through HTTP on the store of this run. Each class finds the register as the seeds make it, and all without a
 * profile of their own share one start of the program. Tagged, so that the build runs these on each store and all others
 * once.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("store")
@QuarkusTest
@WithTestResource(Postgres.class)
@ExtendWith(SeededRegister.class)
public @interface HttpTest {}
