/** API keys: issued once, kept as a digest, revoked at once; and the first one, made when the register is new. */
package org.servanda.keys;
