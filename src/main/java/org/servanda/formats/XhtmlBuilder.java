package org.servanda.formats;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Builds an XHTML document as a tree. A text becomes a text node and is never parsed, so that it cannot become markup. */
final class XhtmlBuilder {

    private final Document document = empty();
    private Node at = document;

    /** @param attributes names and values in turn */
    XhtmlBuilder open(String tag, String... attributes) {
        var element = document.createElement(tag);
        for (int i = 0; i < attributes.length; i += 2)
            element.setAttribute(attributes[i], XmlSafeText.of(attributes[i + 1]));
        at = at.appendChild(element);
        return this;
    }

    XhtmlBuilder text(String text) {
        at.appendChild(document.createTextNode(XmlSafeText.of(text)));
        return this;
    }

    XhtmlBuilder close() {
        at = at.getParentNode();
        return this;
    }

    XhtmlBuilder leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Document document() {
        if (at != document) throw new IllegalStateException("not closed: " + at.getNodeName());
        return document;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK makes an empty document", e);
        }
    }
}
