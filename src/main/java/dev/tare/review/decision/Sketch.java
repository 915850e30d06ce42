package dev.tare.review.decision;

import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The graph of services and calls on paper, as dev.tare.comparison.graph draws it and no other SVG: boxes, ways with a head
 * at their end, words.
 *
 * @param dots of the device to a pixel
 */
record Sketch(Element svg, double dots) implements SVGImage {
    /** What a page has room for, px at 96 to an inch. */
    private static final double ROOM_WIDE = 680;
    private static final double ROOM_HIGH = 250;
    private static final Pattern DRAWING = Pattern
            .compile("(<svg [^>]*class=\"drawing\"[^>]*?)width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
    private static final double HEAD = 9;
    private static final Pattern TOKEN = Pattern.compile("[MLQlz]|-?\\d*\\.?\\d+");

    /** A page whose graph takes no more room than there is; its lines are drawn in the same measure. */
    static String fitted(String html) {
        return DRAWING.matcher(html).replaceAll(found -> {
            double wide = Double.parseDouble(found.group(2));
            double high = Double.parseDouble(found.group(3));
            double scale = Math.min(1, Math.min(ROOM_WIDE / wide, ROOM_HIGH / high));
            return Matcher.quoteReplacement(found.group(1)) + "width=\"" + Math.ceil(wide * scale) + "\" height=\""
                    + Math.ceil(high * scale) + "\" data-scale=\"" + scale + "\"";
        });
    }

    @Override
    public int getIntrinsicWidth() {
        return (int) (number(svg, "width") * dots);
    }

    @Override
    public int getIntrinsicHeight() {
        return (int) (number(svg, "height") * dots);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
        device.drawWithGraphics((float) x, (float) y, (float) (getIntrinsicWidth() / dots),
                (float) (getIntrinsicHeight() / dots), graphics -> {
                    graphics.scale(number(svg, "data-scale"), number(svg, "data-scale"));
                    within(graphics, svg);
                });
    }

    private static void within(Graphics2D graphics, Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(graphics, element);
            }
        }
    }

    private static void draw(Graphics2D graphics, Element element) {
        switch (element.getTagName()) {
            case "g" -> within(graphics, element);
            case "rect" -> paint(graphics, element, box(element));
            case "path" -> way(graphics, element);
            case "text" -> words(graphics, element);
            case "defs", "title" -> {
                // Heads are drawn where they end a way; titles are for pointing at.
            }
            default -> throw new IllegalArgumentException("No " + element.getTagName() + " is drawn on paper.");
        }
    }

    private static Shape box(Element element) {
        double round = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(number(element, "x"), number(element, "y"), number(element, "width"),
                number(element, "height"), round, round);
    }

    private static void paint(Graphics2D graphics, Element element, Shape shape) {
        if (colour(element, "fill") instanceof Color fill) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        if (colour(element, "stroke") instanceof Color line) {
            graphics.setColor(line);
            graphics.setStroke(stroke(element));
            graphics.draw(shape);
        }
    }

    private static void way(Graphics2D graphics, Element element) {
        List<Point2D> ends = new ArrayList<>();
        paint(graphics, element, path(element.getAttribute("d"), ends));
        String head = element.getAttribute("marker-end");
        if (!head.isEmpty()) {
            head(graphics, ends.get(ends.size() - 2), ends.getLast(), head.contains("open"));
        }
    }

    /** Pointing where the way ends; open where nobody waits. */
    private static void head(Graphics2D graphics, Point2D before, Point2D end, boolean open) {
        Path2D head = new Path2D.Double();
        head.moveTo(-HEAD, -HEAD / 2);
        head.lineTo(0, 0);
        head.lineTo(-HEAD, HEAD / 2);
        AffineTransform there = AffineTransform.getTranslateInstance(end.getX(), end.getY());
        there.rotate(Math.atan2(end.getY() - before.getY(), end.getX() - before.getX()));
        Shape drawn = there.createTransformedShape(head);
        graphics.setStroke(new BasicStroke(1.5f));
        if (open) {
            graphics.draw(drawn);
        } else {
            graphics.fill(drawn);
        }
    }

    private static Path2D path(String written, List<Point2D> ends) {
        Path2D path = new Path2D.Double();
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(written);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        String command = "M";
        for (int i = 0; i < tokens.size();) {
            if (Character.isLetter(tokens.get(i).charAt(0))) {
                command = tokens.get(i++);
            }
            i += step(path, command, tokens.subList(i, tokens.size()), ends);
        }
        return path;
    }

    /** One step of a path; how many numbers it took. */
    private static int step(Path2D path, String command, List<String> rest, List<Point2D> ends) {
        double[] at = rest.stream().limit(4).takeWhile(token -> !Character.isLetter(token.charAt(0)))
                .mapToDouble(Double::parseDouble).toArray();
        Point2D here = path.getCurrentPoint();
        switch (command) {
            case "M" -> path.moveTo(at[0], at[1]);
            case "L" -> path.lineTo(at[0], at[1]);
            case "l" -> path.lineTo(here.getX() + at[0], here.getY() + at[1]);
            case "Q" -> {
                path.quadTo(at[0], at[1], at[2], at[3]);
                ends.add(new Point2D.Double(at[0], at[1]));
            }
            default -> path.closePath();
        }
        ends.add(path.getCurrentPoint());
        return command.equals("z") ? 0 : command.equals("Q") ? 4 : 2;
    }

    private static void words(Graphics2D graphics, Element element) {
        String anchor = element.getAttribute("text-anchor");
        Shape words = Letters.of(element.getTextContent(), number(element, "font-size"),
                number(element, "font-weight") >= 600);
        double width = words.getBounds2D().getWidth();
        double left = anchor.equals("end") ? width : anchor.equals("middle") ? width / 2 : 0;
        Shape placed = AffineTransform.getTranslateInstance(number(element, "x") - left, number(element, "y"))
                .createTransformedShape(words);
        if (!element.getAttribute("stroke").isEmpty()) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(4f));
            graphics.draw(placed);
        }
        graphics.setColor(Color.decode(element.getAttribute("fill")));
        graphics.fill(placed);
    }

    private static @org.jspecify.annotations.Nullable Color colour(Element element, String attribute) {
        String written = element.getAttribute(attribute);
        return written.isEmpty() || written.equals("none") ? null : Color.decode(written);
    }

    private static BasicStroke stroke(Element element) {
        float width = element.getAttribute("stroke-width").isEmpty() ? 1 : (float) number(element, "stroke-width");
        String dashes = element.getAttribute("stroke-dasharray");
        if (dashes.isEmpty()) {
            return new BasicStroke(width);
        }
        double[] lengths = Arrays.stream(dashes.split(" ")).mapToDouble(Double::parseDouble).toArray();
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            pattern[i] = (float) lengths[i];
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
    }

    private static double number(Element element, String attribute) {
        String written = element.getAttribute(attribute);
        return written.isEmpty() ? 0 : Double.parseDouble(written);
    }
}
