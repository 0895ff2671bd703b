/** Tokens: made by the tests, and by a real Keycloak. */
package org.servanda.tokens;
