package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Document;

import org.servanda.text.Language;

/**
 * A report as a document to print: title and read point, then paragraphs, charts and tables in the order in which they were
 * added. All of it is laid out in memory, so the caller must limit the rows.
 */
public final class PdfDocument {

    /** One bar of a chart: what is counted, and how many. */
    public record Bar(String label, long count) {

        public Bar {
            if (count < 0) throw new IllegalArgumentException("fewer than none: " + label + ": " + count);
        }
    }

    private final ReportHeading heading;
    private final DocumentMessages messages;
    private final List<PdfBlock> blocks = new ArrayList<>();

    private PdfDocument(ReportHeading heading) {
        this.heading = heading;
        this.messages = new DocumentMessages(heading.lang());
    }

    public static PdfDocument of(ReportHeading heading) {
        return new PdfDocument(heading);
    }

    public PdfDocument paragraph(String text) {
        return add(new PdfBlock.Paragraph(text));
    }

    public PdfDocument chart(String title, List<Bar> bars) {
        return add(new PdfBlock.Chart(title, List.copyOf(bars)));
    }

    /** @param widths of the columns, relative to each other; a cell that is null stays empty */
    public PdfDocument table(String title, List<String> headers, List<Integer> widths, List<List<String>> rows) {
        return add(new PdfBlock.Table(title, List.copyOf(headers), List.copyOf(widths), List.copyOf(rows)));
    }

    /** The same document gives the same bytes. The stream is left open. */
    public void write(OutputStream out) throws IOException {
        PdfPrinter.print(markup(), heading.knownAt(), out);
    }

    private PdfDocument add(PdfBlock block) {
        blocks.add(block);
        return this;
    }

    Document markup() {
        XhtmlBuilder builder = new XhtmlBuilder();
        builder.open("html", "lang", heading.lang() == Language.zh ? "zh-Hans" : "en");
        head(builder);
        builder.open("body");
        running(builder);
        title(builder);
        for (PdfBlock block : blocks) block.write(builder);
        return builder.close().close().document();
    }

    private void head(XhtmlBuilder builder) {
        builder.open("head")
                .leaf("title", heading.title())
                .open("meta", "name", "subject", "content", readPoint())
                .close()
                .leaf("style", PdfPrinter.style(messages))
                .close();
    }

    private void running(XhtmlBuilder builder) {
        builder.leaf("div", heading.title(), "id", "left")
                .leaf("div", messages.revision() + " " + heading.revision(), "id", "right")
                .leaf("div", readPoint(), "id", "foot");
    }

    private void title(XhtmlBuilder builder) {
        builder.leaf("h1", heading.title()).open("table", "class", "facts").open("tbody");
        fact(builder, messages.asOf(), messages.day(heading.asOf()));
        fact(builder, messages.knownAt(), messages.moment(heading.knownAt()));
        fact(builder, messages.revision(), Long.toString(heading.revision()));
        fact(builder, messages.filter(), heading.filter().isEmpty() ? messages.noFilter() : heading.filter());
        fact(builder, messages.address(), heading.address());
        builder.close().close();
    }

    private static void fact(XhtmlBuilder builder, String name, String value) {
        builder.open("tr").leaf("th", name, "scope", "row").leaf("td", value).close();
    }

    private String readPoint() {
        return messages.asOf() + " " + messages.day(heading.asOf()) + " · " + messages.knownAt() + " "
                + messages.moment(heading.knownAt());
    }
}
