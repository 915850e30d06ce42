package dev.tare.review.decision;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the bars and whiskers of a comparison on paper: rectangles, lines and circles, places in percent of the width; and
 * leaves the graph to {@link Sketch}.
 */
final class Whiskers implements SVGDrawer {
    private static final Color BAR = new Color(0xcf5c2b);
    private static final Color SOFT = new Color(0x777777);

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double width, double height,
            double dotsPerPixel) {
        return svg.getAttribute("class").equals("drawing")
                ? new Sketch(svg, dotsPerPixel)
                : new Drawing(svg, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Words in them are outlines.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Words in them are outlines.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** One of them. */
    private record Drawing(Element svg, double dots) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) (number("width", svg) * dots);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) (number("height", svg) * dots);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics((float) x, (float) y, (float) (getIntrinsicWidth() / dots),
                    (float) (getIntrinsicHeight() / dots), this::draw);
        }

        private void draw(Graphics2D graphics) {
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    draw(graphics, element);
                }
            }
        }

        private void draw(Graphics2D graphics, Element element) {
            boolean base = element.getAttribute("class").equals("base");
            graphics.setColor(base ? SOFT : Color.BLACK);
            graphics.setStroke(base
                    ? new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[]{ 2, 2 }, 0)
                    : new BasicStroke(1f));
            switch (element.getTagName()) {
                case "rect" -> {
                    graphics.setColor(BAR);
                    graphics.fill(new Rectangle2D.Double(0, number("y", element), across("width", element),
                            number("height", element)));
                }
                case "line" -> graphics.draw(new Line2D.Double(across("x1", element), number("y1", element),
                        across("x2", element), number("y2", element)));
                case "circle" -> graphics.fill(circle(element));
                default -> throw new IllegalArgumentException("No " + element.getTagName() + " is drawn on paper.");
            }
        }

        private Ellipse2D circle(Element element) {
            double radius = number("r", element);
            return new Ellipse2D.Double(across("cx", element) - radius, number("cy", element) - radius, 2 * radius,
                    2 * radius);
        }

        private double across(String attribute, Element element) {
            return number("width", svg) * Double.parseDouble(element.getAttribute(attribute).replace("%", "")) / 100;
        }

        private static double number(String attribute, Element element) {
            return Double.parseDouble(element.getAttribute(attribute));
        }
    }
}
