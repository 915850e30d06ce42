package dev.tare.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds by words, over everything the rooms have: the estate one is in first, then by how well the name fits. */
@Component
class Search {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Finder> finders;

    Search(List<Finder> finders) {
        this.finders = List.copyOf(finders);
    }

    /**
     * Something found.
     *
     * @param estate the other estate it is in; empty in this one and beyond any
     */
    record Hit(Find find, String estate, boolean here, int fit) {}

    /** Everything in which each word occurs, the best first; nothing for no words. */
    List<Hit> of(String typed, @Nullable Place here) {
        String words = plain(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (Place place : places()) {
            boolean inside = here != null && here.slug().equals(place.slug());
            finders.forEach(finder -> finder.within(place)
                    .forEach(find -> add(hits, find, inside ? "" : place.name(), inside, words)));
        }
        finders.forEach(finder -> finder.beyond().forEach(find -> add(hits, find, "", false, words)));
        hits.sort(Comparator.comparing((Hit hit) -> !hit.here()).thenComparingInt(Hit::fit)
                .thenComparingInt(hit -> hit.find().name().length()).thenComparing(hit -> hit.find().name()));
        return hits;
    }

    private List<Place> places() {
        return finders.stream().flatMap(finder -> finder.places().stream()).toList();
    }

    private static void add(List<Hit> hits, Find find, String estate, boolean here, String words) {
        int fit = fit(find, words);
        if (fit >= 0) {
            hits.add(new Hit(find, estate, here, fit));
        }
    }

    /** 0 where the name is what was typed, more the further off; below 0 where a word occurs nowhere. */
    private static int fit(Find find, String words) {
        String name = plain(find.name());
        if (name.equals(words)) {
            return 0;
        }
        if (name.startsWith(words)) {
            return 1;
        }
        if ((" " + name).contains(" " + words)) {
            return 2;
        }
        if (holds(name, words)) {
            return 3;
        }
        return holds(name + " " + plain(find.kind() + " " + find.also() + " " + find.detail()), words) ? 4 : -1;
    }

    private static boolean holds(String text, String words) {
        return Arrays.stream(words.split(" ")).allMatch(text::contains);
    }

    /** Without accents, capitals and anything between words but one space. */
    static String plain(String text) {
        boolean ascii = text.chars().allMatch(each -> each < 128);
        String bare = ascii ? text : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BREAKS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
