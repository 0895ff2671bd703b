package org.servanda.formats;

import org.servanda.text.Language;

/** The fixed words of documents, in one language. */
record Words(
        String asOf, String knownAt, String revision, String filter, String none, String address, String digestRule) {

    private static final Words ZH = new Words(
            "截至",
            "已知于",
            "修订号",
            "筛选",
            "无",
            "地址",
            "sha256 是各行 ndjson 形式（每行一条 JSON 记录，以换行符结尾，UTF-8 编码，顺序与此处相同）的 SHA-256 摘要。"
                    + "以同一地址取得 ndjson 格式并计算其 SHA-256，即可核对。");
    private static final Words EN = new Words(
            "As of",
            "Known at",
            "Revision",
            "Filter",
            "none",
            "Address",
            "sha256 is the SHA-256 of the rows in their ndjson form: one JSON record a line, ended by a line feed, in"
                    + " UTF-8, in the order of this workbook. To check it, get the same address as ndjson and digest that.");

    static Words in(Language language) {
        return language == Language.zh ? ZH : EN;
    }
}
