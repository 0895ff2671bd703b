/** The closed word lists of the register, with labels and definitions in both languages. */
package org.servanda.vocabularies;
