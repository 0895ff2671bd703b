package org.servanda.formats;

import java.io.*;
import java.util.*;

public class PdfDocument {
    public record Bar(String label, long count) {}

    public static PdfDocument of(Heading h) {
        return new PdfDocument();
    }

    public PdfDocument paragraph(String s) {
        return this;
    }

    public PdfDocument chart(String t, List<Bar> b) {
        return this;
    }

    public PdfDocument table(String t, List<String> h, List<Integer> w, List<List<String>> r) {
        return this;
    }

    public void write(OutputStream o) throws IOException {}
}
