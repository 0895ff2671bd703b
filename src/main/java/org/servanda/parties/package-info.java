/** Who promises and who acts: states, organisations, ministries, companies. */
package org.servanda.parties;
