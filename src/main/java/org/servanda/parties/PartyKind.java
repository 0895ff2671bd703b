package org.servanda.parties;

/** What sort of actor a party is. */
public enum PartyKind {
    state,
    organisation,
    ministry,
    meeting,
    company,
    media
}
