package org.servanda.verify;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import org.servanda.commitments.PartyStatus;
import org.servanda.commitments.filters.Dimension;
import org.servanda.commitments.search.FilterParameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The words that the verifier states a second time: what the register adds must be added here too, else each bundle that has
 * the new word is refused.
 */
class RestatedWordsTest {

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static Stream<Arguments> vocabularies() {
        return Stream.of(
                Arguments.of("status", names(Status.class), names(org.servanda.commitments.Status.class)),
                Arguments.of("schedule", names(Schedule.class), names(org.servanda.commitments.Schedule.class)),
                Arguments.of("freshness", names(Freshness.class), names(org.servanda.commitments.Freshness.class)),
                Arguments.of("assurance", names(Assurance.class), names(org.servanda.commitments.Assurance.class)),
                Arguments.of("rollUp", names(RollUp.class), names(org.servanda.commitments.RollUp.class)));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theVerifierHasTheWordsOfTheRegisterAndOfItsVocabulary(
            String vocabulary, List<String> verifier, List<String> register) throws IOException {
        assertEquals(register, verifier);
        assertEquals(seeded(vocabulary), verifier);
    }

    private static List<String> seeded(String vocabulary) throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("seeds/vocabularies.yaml"))) {
            List<String> words = new ArrayList<>();
            for (Object list : (List<?>) new Yaml().load(file)) {
                Map<?, ?> fields = (Map<?, ?>) list;
                if (!fields.get("code").equals(vocabulary)) continue;
                for (Object value : (List<?>) fields.get("values")) words.add((String) ((Map<?, ?>) value).get("code"));
            }
            return words;
        }
    }

    @Test
    void statusesGoInTheOrderOfTheRegister() {
        List<String> register = Arrays.stream(org.servanda.commitments.Status.values())
                .sorted(org.servanda.commitments.Status.BY_ADVANCEMENT)
                .map(Enum::name)
                .toList();
        List<String> verifier = Arrays.stream(Status.values())
                .sorted(Comparator.comparing(Status::rank))
                .map(Enum::name)
                .toList();
        assertEquals(register, verifier);
    }

    @Test
    void statusesAreOpenGivenUpAndUnderWayAsInTheRegister() {
        for (Status status : Status.values()) {
            org.servanda.commitments.Status registered = org.servanda.commitments.Status.valueOf(status.name());
            assertEquals(registered.open(), status.open(), status.name());
            assertEquals(registered.givenUp(), status.givenUp(), status.name());
            assertEquals(registered.underWay(), status.underWay(), status.name());
        }
    }

    @Test
    void aPartyThatNeverSaidAnythingHasTheWordOfTheRegister() {
        CommitmentState state = new CommitmentState(
                Map.of("parties", List.of("TH")),
                null,
                List.of(),
                RollUp.lead,
                null,
                true,
                false,
                null,
                null,
                0,
                Map.of());
        assertEquals(PartyStatus.not_reported.name(), state.statusOf("TH"));
    }

    @Test
    void theVerifierKnowsEachFilterOfTheApi() {
        Set<String> parameters = Arrays.stream(FilterParameters.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(parameters.containsAll(names(Dimension.class)), "each dimension is a parameter");
        assertEquals(parameters, new TreeSet<>(names(Filter.Parameter.class)));
    }

    @Test
    void theVerifierHasTheColumnsOfTheStatusReport() {
        List<String> columns = Arrays.stream(org.servanda.reports.status.StatusRow.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertEquals(columns, StatusRow.COLUMNS);
    }
}
