/** Tokens of an identity provider (OpenID Connect): checked with its published keys, and read for role and party. */
package org.servanda.tokens;
