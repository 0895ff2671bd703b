/** The commitments of the register: what each text binds its parties to. The domain words that every other package uses. */
package org.servanda.commitments;
