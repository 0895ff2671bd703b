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
 * Reads days, moments and words of closed lists only as the contract writes them. Jackson by itself also takes numbers,
 * arrays, blanks around a word, and a moment for a day, which in the reader's zone may be another one.
 */
public final class StrictDeserializers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public StrictDeserializers() {
        super("days, moments and words");
        setDeserializers(new EnumDeserializers());
        addDeserializer(LocalDate.class, new JsonStringReader<>(LocalDate.class, IsoTime::day));
        addDeserializer(Instant.class, new JsonStringReader<>(Instant.class, IsoTime::moment));
    }

    /** Every enum is a closed list. */
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
