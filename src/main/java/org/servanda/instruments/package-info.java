/** Instruments, the source documents of commitments: their texts in each language and the passages of these texts. */
package org.servanda.instruments;
