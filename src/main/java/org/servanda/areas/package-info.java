/** What pledges are about: the subject areas. */
package org.servanda.areas;
