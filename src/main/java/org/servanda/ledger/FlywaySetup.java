package org.servanda.ledger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.servanda.start.BeforeDatabase;

/**
 * Customizes Flyway only to fire {@link BeforeDatabase}. Flyway is the first to use the database, so this is the last
 * moment at which nothing has been created.
 */
@ApplicationScoped
class FlywaySetup implements FlywayConfigurationCustomizer {

    private final Event<BeforeDatabase> beforeDatabase;

    FlywaySetup(Event<BeforeDatabase> beforeDatabase) {
        this.beforeDatabase = beforeDatabase;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        beforeDatabase.fire(new BeforeDatabase());
    }
}
