package org.servanda.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font of the program, opened for one document. It must stay open until the document is saved. */
final class PdfFont implements Closeable {

    private final TrueTypeFont font;

    PdfFont(String resource) throws IOException {
        try (InputStream in = PdfFont.class.getResourceAsStream(resource)) {
            font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
        }
        CmapTable characters = font.getCmap();
        characters.setCmaps(
                Stream.of(characters.getCmaps()).map(Ideographs::new).toArray(CmapSubtable[]::new));
    }

    PDFontSupplier in(PDDocument document) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    @Override
    public void close() throws IOException {
        font.close();
    }

    /**
     * The characters of each glyph, ordinary characters first. In Chinese fonts, one glyph often is both a character and the
     * radical of a dictionary that looks like it, 页 and ⻚. The radical has the lower number, so PDFBox would take it, and a
     * reader who searches or copies the text would not find the word.
     */
    private static final class Ideographs extends CmapSubtable {

        private final CmapSubtable cmap;

        Ideographs(CmapSubtable cmap) {
            this.cmap = cmap;
            setPlatformId(cmap.getPlatformId());
            setPlatformEncodingId(cmap.getPlatformEncodingId());
        }

        @Override
        public int getGlyphId(int character) {
            return cmap.getGlyphId(character);
        }

        @Override
        public List<Integer> getCharCodes(int glyph) {
            List<Integer> characters = cmap.getCharCodes(glyph);
            if (characters == null || characters.size() < 2) return characters;
            return characters.stream()
                    .sorted(Comparator.comparing(Ideographs::standsForAnother).thenComparing(c -> c))
                    .toList();
        }

        /** A radical (U+2E80 to U+2FDF) or a character kept for old character sets (U+F900 to U+FAFF). */
        private static boolean standsForAnother(int character) {
            return character >= 0x2E80 && character <= 0x2FDF || character >= 0xF900 && character <= 0xFAFF;
        }
    }
}
