/**
 * What all HTTP requests and responses share: problems, strict parameters, entity tags, paging, admission control, the
 * contract. Knows no feature.
 */
package org.servanda.web;
