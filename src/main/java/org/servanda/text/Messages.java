package org.servanda.text;

import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of the program in both languages, from {@code messages_zh.properties} and {@code messages_en.properties}. They
 * stand in these files and not in Java, so that a translator can change them.
 */
public final class Messages {

    private static final Map<Language, ResourceBundle> BUNDLES = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values())
            BUNDLES.put(
                    language,
                    ResourceBundle.getBundle(
                            "messages",
                            Locale.forLanguageTag(language.name()),
                            Messages.class.getClassLoader(),
                            // Without it, a missing file would be replaced by that of the machine's language.
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private Messages() {}

    /**
     * The text of a key in both languages.
     *
     * @param arguments values of the placeholders <code>{0}</code>, <code>{1}</code> and so on; numbers are written
     *     without separators
     * @throws MissingResourceException when a bundle does not have the key
     */
    public static Bilingual of(String key, Object... arguments) {
        return new Bilingual(in(Language.zh, key, arguments), in(Language.en, key, arguments));
    }

    /** The text of a key in one language; arguments and errors as for {@link #of}. */
    public static String in(Language language, String key, Object... arguments) {
        MessageFormat message = new MessageFormat(BUNDLES.get(language).getString(key), Locale.ROOT);
        Format[] formats = message.getFormats();
        for (int i = 0; i < formats.length; i++) if (formats[i] == null) message.setFormat(i, AsItIs.FORMAT);
        return message.format(arguments);
    }

    /** The text of a key in both languages; empty when there is no such key. */
    public static Optional<Bilingual> find(String key) {
        return BUNDLES.get(Language.zh).containsKey(key) ? Optional.of(of(key)) : Optional.empty();
    }

    /** Writes a value as text, where {@link MessageFormat} would put separators into a number such as a revision. */
    private static final class AsItIs extends Format {

        private static final long serialVersionUID = 1;
        private static final AsItIs FORMAT = new AsItIs();

        @Override
        public StringBuffer format(Object value, StringBuffer text, FieldPosition position) {
            return text.append(value);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("messages are only written");
        }
    }
}
