/** Decisions on submitted updates: accepted or returned. */
package org.servanda.progress.decisions;
