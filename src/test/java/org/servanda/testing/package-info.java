/** What every test through HTTP shares: the contract as a judge, and a real PostgreSQL. */
package org.servanda.testing;
