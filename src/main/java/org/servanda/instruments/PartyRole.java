package org.servanda.instruments;

/** In which role a party stands in an instrument. */
public enum PartyRole {
    signatory,
    proposer,
    chair,
    host,
    participant,
    publisher
}
