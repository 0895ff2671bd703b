/** Independent assessments by auditors. */
package org.servanda.progress.assessments;
