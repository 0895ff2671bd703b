package org.servanda.web;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Log filter that keeps each message on one line: text from clients cannot begin a line that looks like one of ours, or
 * control the terminal of a reader. The same is done for the messages of exceptions in a stack trace. Keys and tokens
 * are removed.
 */
@LoggingFilter(name = OneLineLog.NAME)
public final class OneLineLog implements Filter {

    /** The name by which the settings of the log handlers refer to this filter. */
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
