package org.servanda.web;

import jakarta.enterprise.context.RequestScoped;

/** In which form the running request wants its answer. */
@RequestScoped
public class AnswerForm {

    private Fields fields = Fields.ALL;

    public void choose(Fields chosen) {
        fields = chosen;
    }

    Fields fields() {
        return fields;
    }
}
