/** Tables of records as json, ndjson, csv and xlsx, and documents as pdf. Knows no feature and nothing of HTTP. */
package org.servanda.formats;
