package org.servanda.text;

/** The two languages of the register. Constants are the words used in files, columns, parameters and answers. */
public enum Language {
    zh,
    en
}
