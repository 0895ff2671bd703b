package org.servanda.web;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.servanda.time.IsoTime;

/**
 * Jackson module that reads days, moments and enum words only as the contract writes them. Jackson by itself also
 * accepts numbers, arrays, blanks around a word, and a moment in place of a day, which may be another day in the
 * reader's zone.
 */
public final class StrictDeserializers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public StrictDeserializers() {
        super("days, moments and words");
        setDeserializers(new EnumDeserializers());
        addDeserializer(LocalDate.class, new JsonStringReader<>(LocalDate.class, IsoTime::day));
        addDeserializer(Instant.class, new JsonStringReader<>(Instant.class, IsoTime::moment));
    }

    /** Reads every enum as a closed list of words. */
    private static final class EnumDeserializers extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // Jackson names the enum by a wildcard
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            Class<? extends Enum> words = type.asSubclass(Enum.class);
            return new JsonStringReader<>((Class<Enum>) words, text -> EnumParameters.find(text, (Class) words));
        }
    }
}
