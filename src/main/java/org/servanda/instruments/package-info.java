/** Source documents: their texts in each language and the passages these are made of. */
package org.servanda.instruments;
