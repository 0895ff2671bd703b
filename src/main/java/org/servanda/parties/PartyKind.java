package org.servanda.parties;

/** The kind of a party. */
public enum PartyKind {
    state,
    organisation,
    ministry,
    meeting,
    company,
    media
}
