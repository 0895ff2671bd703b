/**
 * Fuzzing from the contract: requests that are made up from what the contract says of each operation - legal ones,
 * ones at a border, hostile ones - and what must hold for every answer.
 */
package org.servanda.fuzzing;
