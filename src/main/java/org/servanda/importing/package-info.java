/** Reads the seed files, checks them as a whole, and applies what changed. */
package org.servanda.importing;
