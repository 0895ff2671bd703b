/**
 * The verifier: the program with which an auditor checks a bundle, offline, on a JDK alone. It states the rules of the
 * register a second time and shares no line with the other packages, so that a fault on either side shows as a difference.
 * The build joins the files of this package to the one file {@code Verify.java} that stands in each bundle
 * ({@code src/build/JoinVerifier.java}).
 */
package org.servanda.verify;
