/** How a report is sent: formats, streaming over HTTP, trailers, limits. */
package org.servanda.reports.delivery;
