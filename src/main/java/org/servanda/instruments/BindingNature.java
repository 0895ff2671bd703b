package org.servanda.instruments;

/** The binding nature of an instrument, in its own words. */
public enum BindingNature {
    political,
    voluntary,
    none
}
