package org.servanda.progress.updates;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/**
 * What a report says of how much is done. A report that leaves it out says nothing of it, which is null; one that says
 * {@code null} takes away what was said before (rules 5.4 and 5.5).
 *
 * @param value null where it is taken away
 */
@JsonDeserialize(using = PercentStatement.Reader.class)
record PercentStatement(Integer value) {

    static final int MOST = 100;

    static PercentStatement of(Integer value, boolean cleared) {
        return value == null && !cleared ? null : new PercentStatement(value);
    }

    /** An integer as JSON Schema has it: 100.0 is one, 99.5 and "100" are none. */
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
            boolean sane = Math.abs((long) number.scale()) <= MOST && Math.abs((long) number.precision()) <= MOST;
            if (!sane || number.stripTrailingZeros().scale() > 0)
                return (PercentStatement)
                        context.handleWeirdNumberValue(Integer.class, number, "not an integer from 0 to %s", MOST);
            boolean held = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(MOST)) <= 0;
            return new PercentStatement(held ? number.intValueExact() : -1);
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
