package org.servanda.reports.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.servanda.text.Language;
import org.servanda.web.EnumParameters;
import org.servanda.web.Problem.Fault;
import org.servanda.web.ProblemException;
import org.servanda.web.ProblemType;

/** The format and language in which a report was asked for, checked. */
public record OutputOptions(ReportFormat format, Language lang, boolean bom) {

    /**
     * @param accept the client's Accept header, null when there is none
     * @param offered the formats of the report
     */
    public static OutputOptions of(ReportParameters parameters, String accept, Set<ReportFormat> offered) {
        List<Fault> faults = new ArrayList<>();
        ReportFormat format =
                parameters.format() == null ? null : read("format", parameters.format(), ReportFormat.class, faults);
        List<String> words = offered.stream().map(ReportFormat::name).toList();
        if (format != null && !offered.contains(format))
            faults.add(EnumParameters.fault("format", parameters.format(), words));
        Language lang =
                parameters.lang() == null ? Language.en : read("lang", parameters.lang(), Language.class, faults);
        boolean bom = EnumParameters.readBoolean("bom", parameters.bom(), faults);
        if (format == null && faults.isEmpty())
            format = ReportFormat.accepted(accept, offered)
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE, "A report is written as " + String.join(", ", words) + "."));
        if (bom && format != ReportFormat.csv && format != ReportFormat.datapackage)
            faults.add(Fault.parameter("bom", "is for csv only"));
        if (!faults.isEmpty()) throw ProblemException.parameters(faults);
        return new OutputOptions(format, lang, bom);
    }

    private static <E extends Enum<E>> E read(String name, String word, Class<E> type, List<Fault> faults) {
        return EnumParameters.find(word, type).orElseGet(() -> {
            faults.add(EnumParameters.fault(name, word, EnumParameters.words(type)));
            return null;
        });
    }

    /** The part of the address that names these options. */
    String query() {
        return "lang=" + lang + "&format=" + format + (bom ? "&bom=true" : "");
    }
}
