package dev.tare.estate.rest;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.Estates;
import dev.tare.estate.PartErrors;
import dev.tare.site.NotFound;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The parts of an estate that are addressed by a name, one at a time: what differs, and what all of them do alike. */
abstract class NamedParts<T> {
    private final String list;
    private final Class<T> type;

    /** {@code list} is where they stand in the document, and in addresses. */
    NamedParts(String list, Class<T> type) {
        this.list = list;
        this.type = type;
    }

    /** Those of an estate, in their order. */
    abstract List<T> in(EstateDocument document);

    /** What one is addressed by; a body may leave it out. */
    abstract @Nullable String name(T part);

    /** The same under another name. */
    abstract T withName(T part, String name);

    /** Puts one in the place of the one called {@code was}, or at the end. */
    abstract UnaryOperator<EstateDocument> put(@Nullable String was, T part);

    /** Takes one away. */
    abstract UnaryOperator<EstateDocument> remove(String name);

    /** What to say where there is none of that name. */
    abstract String missing(String name);

    /** One of them; {@code rest} is the rest of its address. */
    final ResponseEntity<T> read(Estates estates, String slug, String rest) {
        return Answers.part(existing(estates.get(slug).document(), Answers.name(rest)));
    }

    final ResponseEntity<T> add(Estates estates, String slug, InputStream body, @Nullable MediaType sent) {
        T added = Bodies.read(body, sent, type);
        PartErrors.relativeTo(list, () -> estates.change(slug, put(null, added)));
        return Answers.created(added, slug, list, String.valueOf(name(added)));
    }

    /** A body that does not repeat the name means the one in the address. */
    final ResponseEntity<T> replace(Estates estates, String slug, String rest, Sent sent) {
        String was = Answers.name(rest);
        T body = Bodies.read(sent.body(), sent.type(), type);
        T wanted = name(body) == null ? withName(body, was) : body;
        PartErrors.relativeTo(list, () -> estates.change(slug, document -> {
            new Match(sent.ifMatch()).mustMatch(was, existing(document, was));
            return put(was, wanted).apply(document);
        }));
        return Answers.part(wanted);
    }

    final ResponseEntity<Void> delete(Estates estates, String slug, String rest, @Nullable String ifMatch) {
        String was = Answers.name(rest);
        estates.change(slug, document -> {
            new Match(ifMatch).mustMatch(was, existing(document, was));
            return remove(was).apply(document);
        });
        return ResponseEntity.noContent().build();
    }

    /** What a program sent, how it is written, and the version it has seen. */
    record Sent(InputStream body, @Nullable MediaType type, @Nullable String ifMatch) {}

    private T existing(EstateDocument document, String name) {
        return in(document).stream().filter(one -> name.equals(name(one))).findFirst()
                .orElseThrow(() -> new NotFound(missing(name)));
    }
}
