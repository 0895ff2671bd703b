/**
 * Files that serve as evidence: stored outside the database under the digest of their bytes, never changed, never
 * executed.
 */
package org.servanda.files;
