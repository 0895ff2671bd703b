/** API keys: issued once, stored as a hash, revoked at once; and the first admin key of a new register. */
package org.servanda.keys;
