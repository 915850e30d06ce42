package dev.tare.review.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts as feeds that readers and chat programs follow: Atom (RFC 4287), JSON Feed 1.1. */
final class Feeds {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private Feeds() {}

    /**
     * What a feed holds.
     *
     * @param page where people read the same
     * @param self where the feed itself is
     */
    record Source(String title, String page, String self, Instant updated, List<Item> items) {}

    /** An alert in it. */
    record Item(Alert alert, Told told) {}

    /** JSON Feed as its specification has it. */
    record JsonFeed(String version, String title, @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl, List<JsonItem> items) {}

    /** One item; {@code _tare} holds the figures for programs. */
    record JsonItem(String id, String url, String title, @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished, List<String> tags,
            @JsonProperty("_tare") Figures tare) {}

    /** The figures of an alert; a team only where it is about one. */
    record Figures(String kind, @Nullable String team, String currency, double before, double after) {
        static Figures of(Alert alert) {
            return new Figures(alert.kind().id(), alert.team().isEmpty() ? null : alert.team(), alert.currency(),
                    alert.before(), alert.after());
        }
    }

    static JsonFeed json(Source source) {
        return new JsonFeed(VERSION, source.title(), source.page(), source.self(),
                source.items().stream().map(item -> item(source, item)).toList());
    }

    private static JsonItem item(Source source, Item item) {
        Alert alert = item.alert();
        return new JsonItem("urn:uuid:" + alert.id(), source.page() + "#alert-" + alert.id(), item.told().title(),
                item.told().text(), alert.at(), List.of(alert.kind().id()), Figures.of(alert));
    }

    static String atom(Source source) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(source.self());
        feed.setTitle(source.title());
        feed.setUpdated(Date.from(source.updated()));
        feed.setAuthors(List.of(author()));
        feed.setAlternateLinks(List.of(link("alternate", source.page())));
        feed.setOtherLinks(List.of(link("self", source.self())));
        feed.setEntries(source.items().stream().map(item -> entry(source, item)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(Source source, Item item) {
        Entry entry = new Entry();
        entry.setId("urn:uuid:" + item.alert().id());
        entry.setTitle(item.told().title());
        entry.setUpdated(Date.from(item.alert().at()));
        entry.setPublished(Date.from(item.alert().at()));
        entry.setAlternateLinks(List.of(link("alternate", source.page() + "#alert-" + item.alert().id())));
        Content text = new Content();
        text.setType("text");
        text.setValue(item.told().text());
        entry.setContents(List.of(text));
        return entry;
    }

    private static Link link(String rel, String href) {
        Link link = new Link();
        link.setRel(rel);
        link.setHref(href);
        return link;
    }

    private static SyndPerson author() {
        SyndPerson author = new SyndPersonImpl();
        author.setName("tare");
        return author;
    }
}
