package org.servanda.web;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps each message of the log on its own line: what was sent by others cannot begin a line that looks like one of ours, or
 * steer the terminal of whoever reads it. So it goes for the messages of failures in a stack trace, and keys are taken out.
 */
@LoggingFilter(name = OneLineLog.NAME)
public final class OneLineLog implements Filter {

    /** By which the settings of handlers name it. */
    static final String NAME = "one-line";

    private static final ExtFormatter MESSAGES = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord record) {
            return formatMessage(record);
        }
    };

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = MESSAGES.formatMessage(record);
        String sanitized = LogSanitizer.sanitize(message);
        if (message != null && !sanitized.equals(message)) {
            if (record instanceof ExtLogRecord formatted)
                formatted.setMessage(sanitized, ExtLogRecord.FormatStyle.NO_FORMAT);
            else record.setMessage(sanitized);
            record.setParameters(null);
        }
        record.setThrown(LogSanitizer.sanitize(record.getThrown()));
        return true;
    }
}
