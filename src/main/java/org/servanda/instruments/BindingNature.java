package org.servanda.instruments;

/** How far an instrument binds, in its own words. */
public enum BindingNature {
    political,
    voluntary,
    none
}
