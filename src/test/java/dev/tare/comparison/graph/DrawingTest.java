package dev.tare.comparison.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.comparison.graph.Picture.At;
import dev.tare.comparison.graph.Picture.Box;
import dev.tare.comparison.graph.Picture.Cell;
import dev.tare.comparison.graph.Picture.Fate;
import dev.tare.comparison.graph.Picture.Line;
import dev.tare.comparison.graph.Picture.Mark;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DrawingTest {
    private static final double HALF = 0.5;

    @Property(tries = 60)
    void everyCellAndLineStandsInItOnce(@ForAll Random random) throws Exception {
        Picture picture = picture(random, IntStream.range(0, 30).mapToObj(i -> "service <" + i + "> & co").toList());
        for (String svg : List.of(new Drawing().alone(picture), new Drawing().inPage(picture))) {
            Document read = read(svg);
            picture.boxes().stream().flatMap(box -> box.cells().stream()).forEach(cell -> assertThat(
                    elements(read).filter(each -> each.getAttribute("id").equals(cell.id()))).hasSize(1));
            picture.lines().forEach(line -> assertThat(
                    elements(read).filter(each -> each.getAttribute("id").equals(line.id()))).hasSize(1));
        }
    }

    @Property(tries = 60)
    void cellsNeitherOverlapNorLeaveTheirBoxOrThePicture(@ForAll Random random) {
        Picture picture = picture(random, names(30));
        Placed placed = new Drawing().placed(Skeleton.of(picture));
        for (int i = 0; i < placed.boxes().size(); i++) {
            Placed.Spot box = placed.boxes().get(i);
            assertThat(box.x()).isNotNegative();
            assertThat(box.x() + box.width()).isLessThanOrEqualTo(placed.width() + HALF);
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(placed.height() + HALF);
            box.cells().forEach(cell -> {
                assertThat(cell.x()).isGreaterThanOrEqualTo(box.x());
                assertThat(cell.x() + dev.tare.comparison.graph.Size.CELL_WIDTH)
                        .isLessThanOrEqualTo(box.x() + box.width() + HALF);
                assertThat(cell.y() + dev.tare.comparison.graph.Size.CELL_HEIGHT)
                        .isLessThanOrEqualTo(box.y() + box.height() + HALF);
            });
            for (int other = 0; other < i; other++) {
                assertThat(apart(box, placed.boxes().get(other))).isTrue();
            }
        }
    }

    @Property(tries = 40)
    void otherNamesChangeOnlyWords(@ForAll Random random, @ForAll @Size(30) List<String> names) throws Exception {
        long seed = random.nextLong();
        Drawing drawing = new Drawing();
        String before = geometry(drawing.alone(picture(new Random(seed), names(30))));
        String after = geometry(new Drawing().alone(picture(new Random(seed), names)));
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 200)
    void namesFitTheirCells(@ForAll String name) {
        double room = 154;
        List<String> lines = Fitted.lines(name, 13, room);
        assertThat(lines).hasSizeBetween(1, 2)
                .allSatisfy(line -> assertThat(Fitted.width(line, 13)).isLessThanOrEqualTo(room));
        assertThat(Fitted.width(Fitted.line(name, 11, room), 11)).isLessThanOrEqualTo(room);
    }

    @Test
    void longNamesBreakAtTheirMarks() {
        assertThat(Fitted.lines("recommendation-engine-for-returning-customers", 13, 154))
                .isEqualTo(List.of("recommendation-", "engine-for-returning-…"));
        assertThat(Fitted.lines("cart", 13, 154)).containsExactly("cart");
    }

    @Test
    void whatTakesTooLongIsLaidOutPlainly() {
        Skeleton skeleton = Skeleton.of(picture(new Random(1), names(30)));
        assertThat(Layered.lay(skeleton, -1)).isEmpty();
        Placed plain = InColumns.lay(skeleton);
        assertThat(plain.boxes()).hasSameSizeAs(skeleton.boxes());
        assertThat(plain.routes()).hasSameSizeAs(skeleton.lines());
        for (int i = 0; i < plain.boxes().size(); i++) {
            for (int other = 0; other < i; other++) {
                assertThat(apart(plain.boxes().get(i), plain.boxes().get(other))).isTrue();
            }
        }
    }

    @Test
    void callersStandLeftOfWhatTheyCall() {
        Picture chain = new Picture("chain", IntStream.range(0, 4).mapToObj(i -> alone(i, "s" + i)).toList(),
                IntStream.range(0, 3).mapToObj(i -> line(i, new At(i, 0), new At(i + 1, 0), false, Fate.HOP)).toList());
        List<Placed.Spot> boxes = new Drawing().placed(Skeleton.of(chain)).boxes();
        assertThat(boxes).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    }

    @Test
    void waitingAndFateShowInLineStyleAndHeads() throws Exception {
        Picture picture = new Picture("styles", List.of(alone(0, "a"), alone(1, "b")),
                List.of(line(0, new At(0, 0), new At(1, 0), false, Fate.HOP),
                        line(1, new At(0, 0), new At(1, 0), true, Fate.HOP),
                        line(2, new At(0, 0), new At(1, 0), false, Fate.REMOVED),
                        line(3, new At(0, 0), new At(1, 0), false, Fate.ADDED)));
        List<Element> ways = elements(read(new Drawing().alone(picture)))
                .filter(each -> each.getAttribute("class").equals("way")).toList();
        assertThat(ways).extracting(way -> way.getAttribute("stroke-dasharray")).doesNotHaveDuplicates();
        assertThat(ways.get(0).getAttribute("marker-end")).isEqualTo("url(#head-hop)");
        assertThat(ways.get(1).getAttribute("marker-end")).isEqualTo("url(#open-hop)");
    }

    private static boolean apart(Placed.Spot a, Placed.Spot b) {
        return a.x() + a.width() <= b.x() + HALF || b.x() + b.width() <= a.x() + HALF
                || a.y() + a.height() <= b.y() + HALF || b.y() + b.height() <= a.y() + HALF;
    }

    /** Everything but text: names may break onto two lines, so how many there are is left out too. */
    private static String geometry(String svg) throws Exception {
        return elements(read(svg))
                .filter(each -> !each.getTagName().equals("text") && !each.getTagName().equals("title"))
                .map(each -> each.getTagName() + each.getAttribute("d") + each.getAttribute("x")
                        + each.getAttribute("y") + each.getAttribute("width") + each.getAttribute("height")
                        + each.getAttribute("class"))
                .toList().toString();
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "s" + i).toList();
    }

    private static Box alone(int i, String name) {
        return new Box("", "", false, List.of(new Cell("s-" + i, name, "1 hop in", "", name, Set.of())));
    }

    private static Line line(int i, At from, At to, boolean async, Fate fate) {
        return new Line("c-" + i, from, to, async, false, fate, i % 5 / 4.0, "$" + i, "words");
    }

    /** Thirty services in units of one to four, and calls between any of them. */
    private static Picture picture(Random random, List<String> names) {
        List<Box> boxes = new ArrayList<>();
        List<At> places = new ArrayList<>();
        for (int next = 0; next < names.size();) {
            int size = Math.min(random.nextInt(1, 5), names.size() - next);
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                places.add(new At(boxes.size(), i));
                cells.add(new Cell("s-" + next, names.get(next), "2 hops in", "/s/" + next, names.get(next++),
                        random.nextInt(4) == 0 ? Set.of(Mark.ENTRY, Mark.LOOP) : Set.of()));
            }
            boxes.add(new Box(size > 1 ? "unit" : "", "", false, cells));
        }
        List<Line> lines = IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> line(i, places.get(random.nextInt(places.size())),
                        places.get(random.nextInt(places.size())), random.nextBoolean(),
                        Fate.values()[random.nextInt(5)]))
                .toList();
        return new Picture("any", boxes, lines);
    }
}
