/**
 * Access tokens of an identity provider (OpenID Connect): validated with its public keys and mapped to role and party.
 */
package org.servanda.tokens;
