/** What every answer has in common: problems, strict parameters, entity tags, pages, the contract. Knows no feature. */
package org.servanda.web;
