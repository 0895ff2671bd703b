package org.servanda.text;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/**
 * Jackson deserializer of {@link Bilingual}. It reports an unknown language, such as {@code cn}, before it reports that
 * zh and en are missing: Jackson by itself would create the record first, which refuses to be empty.
 */
class BilingualReader extends JsonDeserializer<Bilingual> {

    private static final List<Object> LANGUAGES = List.of(Language.zh.name(), Language.en.name());

    @Override
    public Bilingual deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) parser.nextToken();
        else if (parser.currentToken() != JsonToken.FIELD_NAME)
            return (Bilingual) context.handleUnexpectedToken(Bilingual.class, parser);
        String zh = null;
        String en = null;
        for (; parser.currentToken() == JsonToken.FIELD_NAME; parser.nextToken()) {
            String language = parser.currentName();
            if (!LANGUAGES.contains(language))
                throw UnrecognizedPropertyException.from(parser, Bilingual.class, language, LANGUAGES);
            parser.nextToken();
            String text = text(parser, context, language);
            if (language.equals(Language.zh.name())) zh = text;
            else en = text;
        }
        return create(parser, context, zh, en);
    }

    private static String text(JsonParser parser, DeserializationContext context, String language) throws IOException {
        try {
            return parser.currentToken() == JsonToken.VALUE_NULL ? null : context.readValue(parser, String.class);
        } catch (JsonMappingException e) {
            throw JsonMappingException.wrapWithPath(e, Bilingual.class, language);
        }
    }

    private static Bilingual create(JsonParser parser, DeserializationContext context, String zh, String en)
            throws JsonMappingException {
        try {
            return new Bilingual(zh, en);
        } catch (IllegalArgumentException e) {
            throw ValueInstantiationException.from(parser, e.getMessage(), context.constructType(Bilingual.class), e);
        }
    }
}
