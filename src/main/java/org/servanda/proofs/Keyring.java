package org.servanda.proofs;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

import org.servanda.ledger.Ledger;
import org.servanda.ledger.ReadPoints;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/**
 * The keys that sign the log. A new log gets one when the program starts; one that was signed before is signed on only
 * together with a key that signed it, so that nobody takes its name by accident.
 */
@ApplicationScoped
class Keyring {

    /** After the store has been looked at, before the seeds. */
    private static final int AFTER_STORE = 150;

    /** Whoever makes keys or signs does so alone. */
    static final String TURN = "log";

    private static final Logger LOG = Logger.getLogger(Keyring.class);

    private final ProofsConfig config;
    private final LogKeyFile file;
    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final EntityManager entities;

    private List<SigningKey> keys = List.of();
    private String trouble = "The program was started without keys.";

    Keyring(ProofsConfig config, Ledger ledger, ReadPoints readPoints, EntityManager entities) {
        this.config = config;
        this.file = new LogKeyFile(config.keyFile());
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.entities = entities;
    }

    void open(@Observes @Priority(AFTER_STORE) StartupEvent start) {
        if (config.atStart()) QuarkusTransaction.requiringNew().run(this::take);
    }

    /** Alone, so that of nodes that start together one makes a key and the others see it. */
    private void take() {
        ledger.lockName(TURN);
        Set<String> known = known().stream().map(LogKey::verifier).collect(Collectors.toSet());
        if (!file.exists()) {
            if (!known.isEmpty()) {
                refuse("there is no " + file.path());
                return;
            }
            make();
        }
        List<SigningKey> read = file.read();
        if (!known.isEmpty()
                && read.stream().noneMatch(key -> known.contains(key.verifier().text()))) {
            refuse(file.path() + " holds none of them");
            return;
        }
        long revision = readPoints.compactRange().size();
        read.stream()
                .map(SigningKey::verifier)
                .filter(key -> entities.find(LogKey.class, key.text()) == null)
                .forEach(key -> entities.persist(new LogKey(key, revision)));
        keys = List.copyOf(read);
        trouble = null;
    }

    /** The file comes before the commit, and stays if that fails: the next start takes it. */
    private void make() {
        SigningKey made = SigningKey.generate(config.keyName());
        file.write(made);
        LOG.infof(
                "a key that signs the log was made in %s; what checks it, for auditors: %s",
                file.path(), made.verifier().text());
    }

    /** Where our files lie is for the log, not for whoever asks. */
    private void refuse(String why) {
        keys = List.of();
        trouble = "This node has no key that signed the log before. Nothing is signed.";
        LOG.errorf("%s The log is signed with other keys: %s", trouble, why);
    }

    /** All that sign. */
    List<SigningKey> keys() {
        if (trouble != null) throw changed(trouble);
        return keys;
    }

    /** Whether a key signs here. */
    boolean signsWith(String verifier) {
        return keys.stream().anyMatch(key -> key.verifier().text().equals(verifier));
    }

    /** All that ever signed, in the order in which they came. */
    List<LogKey> known() {
        return entities.createQuery("from LogKey k order by k.knownFrom, k.verifier", LogKey.class)
                .getResultList();
    }

    /** Refuses to go on from a checkpoint of another log, or that none of our keys has signed. */
    void requireOurs(Checkpoint last) {
        if (!last.origin().equals(config.origin()))
            throw changed("The log was signed as " + last.origin() + ", and is set up as " + config.origin()
                    + " here. Nothing is signed.");
        List<VerifierKey> ours = keys().stream().map(SigningKey::verifier).toList();
        if (SignedNote.parse(last.note()).signers(ours).isEmpty())
            throw changed("The last checkpoint, of " + last.size()
                    + " entries, was signed with other keys than this node has. Nothing is signed.");
    }

    private static ProblemException changed(String detail) {
        return new ProblemException(ProblemType.LOG_IDENTITY_CHANGED, detail);
    }
}
