/**
 * A second reading of {@code docs/rules.md}: an oracle that was written from the page alone and shares nothing with the
 * program, and the tests that hold the running register against it.
 */
package org.servanda.rules;
