package dev.tare.review.decision;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The printable pack of a decision: the page that prints, and the same page as PDF. */
@Component
class DecisionPaper {
    private static final String STYLE = "static/review/decision-print.css";

    private final ITemplateEngine templates;

    DecisionPaper(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The sizes of paper. */
    enum Size {
        A4, LETTER;

        static Size of(String name) {
            return name.equalsIgnoreCase(LETTER.name()) ? LETTER : A4;
        }

        String css() {
            return this == A4 ? "A4" : "letter";
        }
    }

    /** Size, margins, running header and page numbers. */
    static String frame(DecisionView view, Size size) {
        String running = "Decision " + view.decision().number() + " (" + view.status() + ") \u00b7 "
                + view.decision().frozen().sheet().estate();
        return """
                @page { size: %s; margin: 15mm 14mm 13mm;
                  @top-left { content: "%s"; font: 8pt 'Liberation Sans', sans-serif; color: #444 }
                  @top-right { content: "%s"; font: 8pt 'Liberation Sans', sans-serif; color: #444 }
                  @bottom-left { content: "Figures of %s"; font: 8pt 'Liberation Sans', sans-serif; color: #444 }
                  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt 'Liberation Sans', sans-serif; color: #444 } }
                """
                .formatted(size.css(), quoted(running), quoted(view.date()), quoted(view.figures()));
    }

    /** The pack as PDF, in English. */
    byte[] pdf(DecisionView view, Size size) {
        String style = frame(view, size) + style();
        String html = templates.process("review/decision-print",
                new Context(Locale.ENGLISH, Map.of("page", view, "style", PaperFonts.fit(style).text())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder().withHtmlContent(printable(Sketch.fitted(html)), null)
                    .useSVGDrawer(new Whiskers()).withProducer("tare").toStream(out);
            PaperFonts.into(builder);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With what the fonts cannot print said at its end. */
    private static String printable(String html) {
        PaperFonts.Fitted fitted = PaperFonts.fit(html);
        return fitted.lost() == 0
                ? fitted.text()
                : fitted.text().replace("</main>", "<p class=\"small\">" + (fitted.lost() == 1
                        ? "A letter of a script other than Latin, Greek and Cyrillic is printed"
                        : fitted.lost()
                                + " letters of scripts other than Latin, Greek and Cyrillic are printed")
                        + " as a question mark here; the record itself and its Markdown say it whole.</p></main>");
    }

    private static String style() {
        try {
            return new ClassPathResource(STYLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text within quotes of a style, harmless in a page too. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(each -> quoted.append(each < 0x20 || "\"\\<>&".indexOf(each) >= 0
                ? "\\" + Integer.toHexString(Math.max(each, 0x20)) + " "
                : Character.toString(each)));
        return quoted.toString();
    }
}
