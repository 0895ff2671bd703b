package org.servanda.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Document;

import org.servanda.text.Language;

/**
 * A report as a document to print: a title with its coordinates, then paragraphs, charts and tables in the order in
 * which they were added. All of it is laid out in memory, so whoever fills it limits the rows.
 */
public final class PdfDocument {

    /** One bar of a chart: what is counted, and how many. */
    public record Bar(String label, long count) {

        public Bar {
            if (count < 0) throw new IllegalArgumentException("fewer than none: " + label + ": " + count);
        }
    }

    private final Heading heading;
    private final Words words;
    private final List<PdfBlock> blocks = new ArrayList<>();

    private PdfDocument(Heading heading) {
        this.heading = heading;
        this.words = Words.in(heading.lang());
    }

    public static PdfDocument of(Heading heading) {
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
        Markup markup = new Markup();
        markup.open("html", "lang", heading.lang() == Language.zh ? "zh-Hans" : "en");
        head(markup);
        markup.open("body");
        running(markup);
        title(markup);
        for (PdfBlock block : blocks) block.write(markup);
        return markup.close().close().document();
    }

    private void head(Markup markup) {
        markup.open("head")
                .leaf("title", heading.title())
                .open("meta", "name", "subject", "content", coordinates())
                .close()
                .leaf("style", PdfPrinter.style(words))
                .close();
    }

    private void running(Markup markup) {
        markup.leaf("div", heading.title(), "id", "left")
                .leaf("div", words.revision() + " " + heading.revision(), "id", "right")
                .leaf("div", coordinates(), "id", "foot");
    }

    private void title(Markup markup) {
        markup.leaf("h1", heading.title()).open("table", "class", "facts").open("tbody");
        fact(markup, words.asOf(), words.day(heading.asOf()));
        fact(markup, words.knownAt(), words.moment(heading.knownAt()));
        fact(markup, words.revision(), Long.toString(heading.revision()));
        fact(markup, words.filter(), heading.filter().isEmpty() ? words.none() : heading.filter());
        fact(markup, words.address(), heading.address());
        markup.close().close();
    }

    private static void fact(Markup markup, String name, String value) {
        markup.open("tr").leaf("th", name, "scope", "row").leaf("td", value).close();
    }

    private String coordinates() {
        return words.asOf() + " " + words.day(heading.asOf()) + " · " + words.knownAt() + " "
                + words.moment(heading.knownAt());
    }
}
