package dev.tare.estate;

import dev.tare.estate.EstateDocument.Today;
import dev.tare.site.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of an estate: what it is called, the money it counts in, what runs today, and the version that every change
 * to any part of it raises.
 */
@Entity
@Table(name = "estate")
class Estate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;
    private String slug;
    private String name;
    private @Nullable String currency;
    private @Nullable String today;
    @Version
    private long version;
    @Column(updatable = false)
    private Instant createdAt;
    private Instant updatedAt;

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Estate() {}

    Estate(String slug, EstateDocument document, Instant now) {
        this.slug = slug;
        this.name = document.name();
        this.currency = document.currency();
        this.today = Json.write(document.today());
        this.createdAt = now;
        this.updatedAt = now;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    String slug() {
        return slug;
    }

    long version() {
        return version;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** Takes over what a document says of the estate itself; any change here or in its parts is a new version. */
    void restate(EstateDocument document, boolean partsChanged, Instant now) {
        String shape = Json.write(document.today());
        boolean same = name.equals(document.name()) && Objects.equals(currency, document.currency())
                && Objects.equals(today, shape);
        if (same && !partsChanged) {
            return;
        }
        name = document.name();
        currency = document.currency();
        today = shape;
        // always later than before, so that Hibernate sees a change and raises the version
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1000);
    }

    void mustBeAt(long expected) {
        if (version != expected) {
            throw new Conflict("'" + name + "' was changed by someone else: it is at version " + version + ", not "
                    + expected + ".", Long.toString(version));
        }
    }

    EstateDocument document(PlacedDocument parts) {
        Today shape = Json.read(today, Today.class);
        return parts.document(name, currency, shape);
    }

    Estates.Snapshot snapshot(PlacedDocument parts) {
        return new Estates.Snapshot(slug, version, updatedAt, document(parts));
    }
}
