/** Pure functions over text that know no feature: languages, search terms, quotations, JSON text, digests. */
package org.servanda.text;
