/** The audit sample: commitments drawn by a reproducible, stratified sample, with their dossiers. */
package org.servanda.reports.samples;
