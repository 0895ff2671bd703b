/** Subject areas of commitments. */
package org.servanda.areas;
