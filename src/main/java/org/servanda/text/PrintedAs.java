package org.servanda.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells how a printed report shows the values of an enum or of a record component. The name of a field does not tell it: one
 * {@code kind} is the kind of a commitment, another the kind of a divergence. Values without it are printed as they are.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface PrintedAs {

    /** The code of the vocabulary that has the labels, or one of the constants below. */
    String value();

    /** The code of an area. */
    String AREA = "area";

    /** The code of a party. */
    String PARTY = "party";

    /** A number from 0 to 100. */
    String PERCENT = "percent";

    /** {@code true} or {@code false}. */
    String YES_NO = "yesNo";

    /** A word that has the label of the field with the same name. */
    String FIELD = "field";
}
