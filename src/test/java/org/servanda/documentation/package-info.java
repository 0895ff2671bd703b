/** What the documents show is what the program does: their commands are run, their answers compared, their links followed. */
package org.servanda.documentation;
