package dev.tare.review.export;

import dev.tare.comparison.Weighing;
import dev.tare.estate.Estates;
import dev.tare.site.NotFound;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every format an estate can leave in. */
@Component
class Exports {
    private final List<ExportFormat> formats;
    private final Estates estates;
    private final Weighing weighing;
    private final Clock clock;

    Exports(List<ExportFormat> formats, Estates estates, Weighing weighing, Clock clock) {
        this.formats = formats.stream().sorted(Comparator.comparing(ExportFormat::name)).toList();
        this.estates = estates;
        this.weighing = weighing;
        this.clock = clock;
    }

    List<ExportFormat> formats() {
        return formats;
    }

    /** The format of this name, or {@link NotFound} that lists those there are. */
    ExportFormat format(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst()
                .orElseThrow(() -> new NotFound("There is no export called '" + name + "'. There are "
                        + String.join(", ", formats.stream().map(ExportFormat::name).toList()) + "."));
    }

    /** An estate, ready to be written. */
    Parcel parcel(String slug, List<String> scenarios) {
        return new Parcel(estates.get(slug), scenarios, clock.instant(), weighing);
    }
}
