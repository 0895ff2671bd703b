package org.servanda.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.servanda.text.Characters;

/**
 * Jackson deserializer for texts that both databases can store and every reader sees as they were sent: PostgreSQL
 * stores no U+0000, half a surrogate pair has no UTF-8, and a character that JSON writes with six characters may make a
 * text longer than its column. A text without a visible character is refused: the client leaves the field out instead.
 */
public class StrictTextReader extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    private StrictTextReader() {}

    /** The module that makes a mapper read every text with this deserializer. */
    public static Module module() {
        return new SimpleModule("plain text").addDeserializer(String.class, new StrictTextReader());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text == null) return text;
        if (!text.codePoints().allMatch(StrictTextReader::isPlain))
            throw invalid(
                    "holds a control character, half a character, or one that Unicode keeps out of texts",
                    parser,
                    context);
        if (!Characters.anyVisible(text))
            throw invalid("holds nothing that can be seen; leave it out instead", parser, context);
        return text;
    }

    private static ValueInstantiationException invalid(String rule, JsonParser parser, DeserializationContext context) {
        return ValueInstantiationException.from(
                parser, rule, context.constructType(String.class), new IllegalArgumentException(rule));
    }

    private static boolean isPlain(int character) {
        if (character == '\n' || character == '\r' || character == '\t') return true;
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.SURROGATE && !Characters.noncharacter(character);
    }
}
