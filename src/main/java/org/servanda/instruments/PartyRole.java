package org.servanda.instruments;

/** The role of a party in an instrument. */
public enum PartyRole {
    signatory,
    proposer,
    chair,
    host,
    participant,
    publisher
}
