package dev.tare.comparison.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures drawn as SVG. Where things stand depends on what is connected to what alone, and is remembered: other names,
 * figures or a search redraw without laying out anew. Without a stylesheet it looks as on white paper; with the site's it
 * takes its colours.
 */
public final class Drawing {
    /** What a layout may take, ms; a plain one stands in for it beyond. */
    private static final long MOST_MS = 2_500;
    private static final int REMEMBERED = 64;

    private final Map<Skeleton, Placed> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Skeleton, Placed> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** As part of a page, cells leading to their addresses. */
    public String inPage(Picture picture) {
        return new Pen(picture, placed(Skeleton.of(picture)), true).draw();
    }

    /** By itself, as a file is: nothing leads anywhere. */
    public String alone(Picture picture) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inText(picture);
    }

    /** As part of a text that is kept: nothing leads anywhere. */
    public String inText(Picture picture) {
        return new Pen(picture, placed(Skeleton.of(picture)), false).draw();
    }

    Placed placed(Skeleton skeleton) {
        synchronized (known) {
            Placed before = known.get(skeleton);
            if (before != null) {
                return before;
            }
        }
        Placed found = Layered.lay(skeleton, MOST_MS).orElseGet(() -> InColumns.lay(skeleton));
        synchronized (known) {
            known.put(skeleton, found);
        }
        return found;
    }
}
