package org.servanda.progress.updates;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/**
 * What an update states about the percentage. An update without the field states nothing, which is a null of this type; an
 * update with {@code null} in the field clears the percentage (rules 5.4 and 5.5).
 *
 * @param value from 0 to 100; null where the percentage is cleared; -1 where the number was out of range
 */
@JsonDeserialize(using = PercentStatement.Reader.class)
record PercentStatement(Integer value) {

    static final int MOST = 100;

    static PercentStatement of(Integer value, boolean cleared) {
        return value == null && !cleared ? null : new PercentStatement(value);
    }

    /** Reads an integer as JSON Schema defines it: 100.0 is an integer, 99.5 and "100" are not. */
    static final class Reader extends StdDeserializer<PercentStatement> {

        private static final long serialVersionUID = 1;

        Reader() {
            super(PercentStatement.class);
        }

        @Override
        public PercentStatement deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric())
                return (PercentStatement) context.handleUnexpectedToken(Integer.class, parser);
            BigDecimal number = parser.getDecimalValue();
            boolean bounded = Math.abs((long) number.scale()) <= MOST && Math.abs((long) number.precision()) <= MOST;
            if (!bounded || number.stripTrailingZeros().scale() > 0)
                return (PercentStatement)
                        context.handleWeirdNumberValue(Integer.class, number, "not an integer from 0 to %s", MOST);
            boolean inRange = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST)) <= 0;
            return new PercentStatement(inRange ? number.intValueExact() : -1);
        }

        @Override
        public PercentStatement getNullValue(DeserializationContext context) {
            return new PercentStatement(null);
        }

        @Override
        public PercentStatement getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
