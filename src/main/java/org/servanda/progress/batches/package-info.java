/** Batches: many updates or many decisions in one request, all or none, carried out or only tried. */
package org.servanda.progress.batches;
