package dev.tare.intake.sbom;

import dev.tare.intake.ImportFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks through XML before a library does: well formed, not deep, and naming nothing outside itself. */
final class Markup extends DefaultHandler {
    private static final int MAX_DEPTH = 200;

    private final String file;
    private String namespace = "";
    private int depth;

    private Markup(String file) {
        this.file = file;
    }

    /** The namespace of the outermost element. */
    static String namespace(String file, byte[] bytes) {
        Markup markup = new Markup(file);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new ByteArrayInputStream(bytes), markup);
        } catch (SAXParseException e) {
            throw ImportFailed.at(file, e.getLineNumber() > 0 ? e.getLineNumber() : null, null,
                    "well-formed XML without a document type", String.valueOf(e.getMessage()));
        } catch (SAXException | IOException e) {
            throw ImportFailed.at(file, null, null, "well-formed XML", String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return markup.namespace;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        namespace = depth == 0 ? uri : namespace;
        if (++depth > MAX_DEPTH) {
            throw ImportFailed.at(file, null, qName, "at most " + MAX_DEPTH + " levels of nesting", "more");
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        depth--;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }
}
