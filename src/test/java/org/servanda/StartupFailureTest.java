package org.servanda;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.servanda.start.StartRefusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StartupFailureTest {

    static Stream<Arguments> forPeople() {
        return Stream.of(
                arguments(new StartRefusal("no folder: make one"), "no folder: make one"),
                arguments(new BindException("Address already in use"), "set QUARKUS_HTTP_PORT"),
                arguments(new FlywayException("checksum"), "(checksum): start the version that made them"),
                arguments(
                        new FlywayException(
                                "No Flyway database plugin found to handle jdbc:x:y. See https://rd.gt/1 for"
                                        + " troubleshooting"),
                        "can open (jdbc:x:y): let SERVANDA_DB_URL be like jdbc:postgresql:"),
                arguments(new SQLException("too many connections", "53300"), "(too many connections)"),
                arguments(new SQLException("read-only", "25006"), "(read-only)"),
                arguments(new SchemaManagementException("missing column"), "(missing column): restore a backup"),
                arguments(new SQLException("broken", "08006"), "the store went away (broken)"),
                arguments(new SQLException("ended", "57P01"), "the store went away (ended)"),
                arguments(
                        new ConfigurationException(
                                "SRCFG00039: The config property x\n\tjava.lang.Bad: SRCFG1: is bad"),
                        "a setting is wrong: The config property x is bad"));
    }

    @ParameterizedTest
    @MethodSource("forPeople")
    void whatAPersonCanChangeIsToldHoweverDeepItLies(Exception failure, String words) {
        String told = StartupFailure.message(new ExceptionInInitializerError(new RuntimeException("outside", failure)))
                .orElseThrow();
        assertTrue(told.contains(words), told);
    }

    @Test
    void ourOwnWordsComeBeforeTheFirstCauseAndThatBeforeWhoeverPassedItOn() {
        SQLException gone = new SQLException("refused", "08001");
        assertEquals(
                Optional.of("see that it runs"), StartupFailure.message(new StartRefusal("see that it runs", gone)));
        String told = StartupFailure.message(new FlywayException("unable to connect", gone))
                .orElseThrow();
        assertTrue(told.contains("the store went away (refused)"), told);
    }

    @Test
    void aFaultOfOursIsNot() {
        assertEquals(Optional.empty(), StartupFailure.message(new RuntimeException(new NullPointerException())));
        assertEquals(Optional.empty(), StartupFailure.message(new SQLException("no such column", "42703")));
    }
}
