/** Words, quotations and digests: pure functions over text that know no feature. */
package org.servanda.text;
