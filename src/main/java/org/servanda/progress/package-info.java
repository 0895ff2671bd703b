/** What is said about commitments: updates, the queue they wait in, and the decisions on them. */
package org.servanda.progress;
