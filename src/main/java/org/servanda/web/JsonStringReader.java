package org.servanda.web;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** Jackson deserializer for values that JSON writes as a string of one certain form, such as a day. */
class JsonStringReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, Optional<T>> form;

    /** @param form parses the string; empty when it does not have the form */
    JsonStringReader(Class<T> type, Function<String, Optional<T>> form) {
        super(type);
        this.type = type;
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isNumeric())
            return type.cast(context.handleWeirdNumberValue(type, parser.getNumberValue(), "a number"));
        if (!parser.hasToken(JsonToken.VALUE_STRING)) return type.cast(context.handleUnexpectedToken(type, parser));
        String text = parser.getText();
        Optional<T> value = form.apply(text);
        return value.isPresent()
                ? value.get()
                : type.cast(context.handleWeirdStringValue(type, text, "not so written"));
    }
}
