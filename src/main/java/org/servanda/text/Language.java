package org.servanda.text;

/** The two languages of the register. The constants are the words in files, columns, parameters and responses. */
public enum Language {
    zh,
    en
}
