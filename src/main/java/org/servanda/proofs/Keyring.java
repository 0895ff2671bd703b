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
 * The keys that sign the log. A new log gets a key when the program starts. A log that was signed before is signed
 * again only by a node that also has a key which signed it before, so that no other log takes its name by accident.
 */
@ApplicationScoped
class Keyring {

    /** Priority after the check of the database and before the seeds. */
    private static final int AFTER_STORE = 150;

    /** The name of the lock under which keys are made and checkpoints are signed. */
    static final String LOCK = "log";

    private static final Logger LOG = Logger.getLogger(Keyring.class);

    private final ProofsConfig config;
    private final LogKeyFile file;
    private final Ledger ledger;
    private final ReadPoints readPoints;
    private final EntityManager entities;

    private List<SigningKey> keys = List.of();
    private String problem = "The program was started without keys.";

    Keyring(ProofsConfig config, Ledger ledger, ReadPoints readPoints, EntityManager entities) {
        this.config = config;
        this.file = new LogKeyFile(config.keyFile());
        this.ledger = ledger;
        this.readPoints = readPoints;
        this.entities = entities;
    }

    void open(@Observes @Priority(AFTER_STORE) StartupEvent start) {
        if (config.atStart()) QuarkusTransaction.requiringNew().run(this::load);
    }

    /**
     * Loads the keys under the lock, so that of several nodes that start together one makes a key and the others see
     * it.
     */
    private void load() {
        ledger.lockName(LOCK);
        Set<String> knownVerifiers = everSigned().stream().map(LogKey::verifier).collect(Collectors.toSet());
        if (!file.exists()) {
            if (!knownVerifiers.isEmpty()) {
                disable("there is no " + file.path());
                return;
            }
            generate();
        }
        List<SigningKey> read = file.read();
        if (!knownVerifiers.isEmpty()
                && read.stream()
                        .noneMatch(key -> knownVerifiers.contains(key.verifier().text()))) {
            disable(file.path() + " holds none of them");
            return;
        }
        long revision = readPoints.compactRange().size();
        read.stream()
                .map(SigningKey::verifier)
                .filter(key -> entities.find(LogKey.class, key.text()) == null)
                .forEach(key -> entities.persist(new LogKey(key, revision)));
        keys = List.copyOf(read);
        problem = null;
    }

    /** Makes a key. The file is written before the commit, and stays if the commit fails: the next start uses it. */
    private void generate() {
        SigningKey key = SigningKey.generate(config.keyName());
        file.write(key);
        LOG.infof(
                "a key that signs the log was made in %s; what checks it, for auditors: %s",
                file.path(), key.verifier().text());
    }

    /** Disables signing. The path of the file is logged only: clients need not know it. */
    private void disable(String reason) {
        keys = List.of();
        problem = "This node has no key that signed the log before. Nothing is signed.";
        LOG.errorf("%s The log is signed with other keys: %s", problem, reason);
    }

    /** The keys that sign. */
    List<SigningKey> keys() {
        if (problem != null) throw identityChanged(problem);
        return keys;
    }

    /** Whether this node signs with a key. */
    boolean signsWith(String verifier) {
        return keys.stream().anyMatch(key -> key.verifier().text().equals(verifier));
    }

    /** All keys that ever signed, in the order in which they were added. */
    List<LogKey> everSigned() {
        return entities.createQuery("from LogKey k order by k.knownFrom, k.verifier", LogKey.class)
                .getResultList();
    }

    /** Refuses to continue from a checkpoint of another log, or from one that none of our keys has signed. */
    void requireOurs(Checkpoint last) {
        if (!last.origin().equals(config.origin()))
            throw identityChanged("The log was signed as " + last.origin() + ", and is set up as " + config.origin()
                    + " here. Nothing is signed.");
        List<VerifierKey> ours = keys().stream().map(SigningKey::verifier).toList();
        if (SignedNote.parse(last.note()).signers(ours).isEmpty())
            throw identityChanged("The last checkpoint, of " + last.size()
                    + " entries, was signed with other keys than this node has. Nothing is signed.");
    }

    private static ProblemException identityChanged(String detail) {
        return new ProblemException(ProblemType.LOG_IDENTITY_CHANGED, detail);
    }
}
