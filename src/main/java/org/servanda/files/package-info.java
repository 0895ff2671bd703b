/** Files that back what is said: kept beside the store under the digest of their bytes, never changed, never run. */
package org.servanda.files;
