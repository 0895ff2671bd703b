package org.servanda.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import org.servanda.start.StartRefusal;
import org.servanda.web.EnumParameters;

/**
 * The access matrix: the scope of each role in each operation, read from {@code access/matrix.yaml}. A missing line or
 * role means scope none.
 */
public final class AccessMatrix {

    /** The scopes of one operation; a role without an entry has scope none. */
    public record Grants(Scope anonymous, Map<Role, Scope> roles) {

        public Scope to(Role role) {
            return role == null ? anonymous : roles.getOrDefault(role, Scope.none);
        }
    }

    static final String FILE = "access/matrix.yaml";
    private static final String ANONYMOUS = "anonymous";

    private final Map<String, Grants> operations;

    private AccessMatrix(Map<String, Grants> operations) {
        this.operations = Collections.unmodifiableMap(operations);
    }

    /** Merges several matrices; an operation may stand in one of them only. */
    static AccessMatrix merge(List<AccessMatrix> matrices) {
        Map<String, Grants> merged = new TreeMap<>();
        for (AccessMatrix matrix : matrices) {
            matrix.operations.forEach((name, grants) -> {
                if (merged.put(name, grants) != null) throw invalid(name + " stands in two files");
            });
        }
        if (merged.isEmpty()) throw invalid("there is nothing in it");
        return new AccessMatrix(merged);
    }

    /** Reads a matrix, or refuses the whole file: a rule that is not understood must not be skipped. */
    public static AccessMatrix read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        Map<String, Grants> operations = new TreeMap<>();
        try {
            mapping("the file", new Yaml(new SafeConstructor(options)).load(yaml))
                    .forEach((name, row) -> {
                        if (!name.matches("[a-z][A-Za-z0-9]*"))
                            throw invalid(name + " is not the name of an operation");
                        operations.put(name, grants(name, mapping(name, row)));
                    });
        } catch (YAMLException e) {
            throw invalid(e.getMessage());
        }
        return new AccessMatrix(operations);
    }

    private static Grants grants(String operation, Map<String, Object> row) {
        Scope anonymous = Scope.none;
        Map<Role, Scope> roles = new TreeMap<>();
        for (Map.Entry<String, Object> entry : row.entrySet()) {
            Scope scope = word(operation, String.valueOf(entry.getValue()), Scope.class);
            if (entry.getKey().equals(ANONYMOUS)) anonymous = scope;
            else roles.put(word(operation, entry.getKey(), Role.class), scope);
        }
        // Scope own needs a party, and only contributors always have one.
        boolean ownWithoutParty = anonymous == Scope.own
                || roles.entrySet().stream()
                        .anyMatch(entry -> entry.getValue() == Scope.own && entry.getKey() != Role.contributor);
        if (ownWithoutParty) throw invalid(operation + ": only a contributor has anything of its own");
        return new Grants(anonymous, roles);
    }

    private static <E extends Enum<E>> E word(String operation, String word, Class<E> type) {
        return EnumParameters.find(word, type)
                .orElseThrow(() -> invalid(
                        operation + ": " + word + " is none of " + String.join(", ", EnumParameters.words(type))));
    }

    private static Map<String, Object> mapping(String place, Object value) {
        if (!(value instanceof Map<?, ?> map)) throw invalid(place + " must be a mapping of names to values");
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, content) -> named.put(String.valueOf(key), content));
        return named;
    }

    private static StartRefusal invalid(String fault) {
        return new StartRefusal(FILE + ": " + fault);
    }

    public Optional<Grants> of(String operation) {
        return Optional.ofNullable(operations.get(operation));
    }

    /** All operations by name. */
    public Map<String, Grants> operations() {
        return operations;
    }
}
