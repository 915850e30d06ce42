package dev.tare.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what a {@link Finder} found in each of the estates searched last, for as long as an estate stays in the same state. */
public final class Shelf {
    private static final int ESTATES = 64;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > ESTATES;
        }
    };

    private record Kept(Object state, List<Find> finds) {}

    /** What was found before in this state of an estate, or what is found now. */
    public List<Find> of(String slug, Object state, Supplier<List<Find>> find) {
        Kept before = before(slug);
        if (before != null && before.state().equals(state)) {
            return before.finds();
        }
        Kept now = new Kept(state, List.copyOf(find.get()));
        keep(slug, now);
        return now.finds();
    }

    private synchronized @Nullable Kept before(String slug) {
        return kept.get(slug);
    }

    private synchronized void keep(String slug, Kept now) {
        kept.put(slug, now);
    }
}
