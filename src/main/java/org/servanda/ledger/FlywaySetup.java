package org.servanda.ledger;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import org.servanda.start.BeforeDatabase;

/** Flyway is the first to touch the store, and is being set up here: the last moment at which nothing has been made. */
@ApplicationScoped
class FlywaySetup implements FlywayConfigurationCustomizer {

    private final Event<BeforeDatabase> moment;

    FlywaySetup(Event<BeforeDatabase> moment) {
        this.moment = moment;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        moment.fire(new BeforeDatabase());
    }
}
