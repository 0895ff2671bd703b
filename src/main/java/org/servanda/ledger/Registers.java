package org.servanda.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import org.servanda.web.AnswerForm;

/** Gives the head of the register to readers. */
@ApplicationScoped
public class Registers implements PanacheRepositoryBase<Register, Integer> {

    private final AnswerForm form;

    Registers(AnswerForm form) {
        this.form = form;
    }

    /** The head, whose revision the running request's answer will name; read it before anything else of the register. */
    public Register current() {
        Register head = findById(Register.ONLY);
        form.read(head.revision());
        return head;
    }
}
