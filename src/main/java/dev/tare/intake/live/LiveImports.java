package dev.tare.intake.live;

import dev.tare.outgoing.Guard;
import dev.tare.outgoing.NotReached;
import dev.tare.outgoing.Outgoing;
import dev.tare.estate.EstateDocument;
import dev.tare.intake.Draft;
import dev.tare.intake.Given;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.ImportFailed.Reason;
import dev.tare.intake.Intake;
import dev.tare.intake.Progress;
import dev.tare.site.Invalid.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Running systems that can be imported from, and imports from them. */
@Component
public final class LiveImports {
    private final List<LiveSource> sources;
    private final Guard guard;
    private final Clock clock;

    LiveImports(List<LiveSource> sources, Guard guard, Clock clock) {
        this.sources = sources.stream().sorted(Comparator.comparing(LiveSource::title)).toList();
        this.guard = guard;
        this.clock = clock;
    }

    /** All kinds, by their names on screens. */
    public List<LiveSource> sources() {
        return sources;
    }

    /** The hosts that may be asked, as the operator wrote it. */
    public String allowed() {
        return guard.allowed();
    }

    /** An import that asks when it is read. */
    public Given given(LiveRequest request, Progress progress) {
        LiveSource source = sources.stream().filter(each -> each.kind().equals(request.kind())).findFirst()
                .orElseThrow(() -> new ImportFailed(Reason.INVALID, List.of(new Problem("the form", null, "kind",
                        String.join(", ", sources.stream().map(LiveSource::kind).sorted().toList()),
                        "\"" + request.kind() + "\""))));
        return new LiveImport(source, request, guard, clock.instant(), progress);
    }

    /** One import, which asks when it is read. */
    private record LiveImport(LiveSource source, LiveRequest request, Guard guard, Instant now,
            Progress progress) implements Given {
        @Override
        public Draft read(Intake intake, EstateDocument estate) {
            try (Outgoing out = new Outgoing(guard)) {
                return source.read(new Inquiry(request, estate, intake, out, now, progress));
            } catch (NotReached trouble) {
                ImportFailed failed = new ImportFailed(Reason.INVALID, trouble.problems());
                failed.initCause(trouble);
                throw failed;
            }
        }
    }
}
