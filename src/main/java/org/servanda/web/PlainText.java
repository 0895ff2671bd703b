package org.servanda.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/**
 * Reads a text that every store keeps and every reader sees as it was sent: PostgreSQL keeps no U+0000, half a surrogate
 * pair has no UTF-8, and what is written with six characters of JSON for each of its own outgrows its column.
 */
class PlainText extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text == null || text.codePoints().allMatch(PlainText::plain)) return text;
        String rule = "holds a control character, or half a character";
        throw ValueInstantiationException.from(
                parser, rule, context.constructType(String.class), new IllegalArgumentException(rule));
    }

    private static boolean plain(int character) {
        if (character == '\n' || character == '\r' || character == '\t') return true;
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
