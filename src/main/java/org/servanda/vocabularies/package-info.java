/** The vocabularies of the register: closed word lists with labels and definitions in both languages. */
package org.servanda.vocabularies;
