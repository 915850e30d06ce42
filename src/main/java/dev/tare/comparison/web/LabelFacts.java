package dev.tare.comparison.web;

import dev.tare.catalogue.SupportEnd;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Provenance;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.site.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What is registered of a service besides its weight.
 *
 * @param team     its owner; empty for nobody
 * @param teamPage empty where there is none
 * @param late     whether its runtime is no longer mended
 * @param entry    whether requests come in here, and how many; empty where not
 * @param unstated facts that nothing on this page could be told of
 */
record LabelFacts(String team, String teamPage, String kind, String runtime, String support, boolean late, String age,
        String entry, String edit, String graph, String latency, List<Helper> sidecars, List<Paid> costs,
        List<Fact> registered, List<String> provenance, List<ServiceLinks.Link> unstated) {
    private static final int DAYS_IN_WORDS = 60;
    private static final int MONTHS_IN_WORDS = 24;
    private static final int MONTHS = 12;

    /** A sidecar: of one replica, and of all of them. */
    record Helper(String name, String role, String cpu, String allCpu, String memory, String allMemory) {}

    /** What somebody pays for it, a month. */
    record Paid(String category, String monthly, String source) {}

    /** Something registered. */
    record Fact(String name, String value) {}

    static LabelFacts of(Labelled labelled, LocalDate today) {
        return new Builder(labelled, today).build();
    }

    private static final class Builder {
        private final Labelled labelled;
        private final Service service;
        private final LocalDate today;
        private final Figures figures;
        private final DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(LocaleContextHolder.getLocale());

        Builder(Labelled labelled, LocalDate today) {
            this.labelled = labelled;
            this.service = labelled.service();
            this.today = today;
            this.figures = labelled.writer().figures();
        }

        LabelFacts build() {
            String team = Objects.requireNonNullElse(service.team(), "");
            boolean known = labelled.estate().document().teams().stream().anyMatch(each -> each.name().equals(team));
            Optional<LocalDate> end = end();
            GraphQuery graph = new GraphForm(null, null, null, null, null, null, labelled.name(), null, null, null,
                    null).query(labelled.catalogue());
            return new LabelFacts(team, known ? TeamPage.address(labelled.slug(), team) : "",
                    Objects.requireNonNullElse(service.kind(), ""), runtime(), end.map(this::support).orElse(""),
                    end.filter(today::isAfter).isPresent(), age(), entry(),
                    ServiceLinks.edit(labelled.slug(), labelled.name()),
                    graph.address("/estates/" + labelled.slug() + "/graph"), latency(),
                    service.sidecars().stream().map(this::helper).toList(),
                    service.costs().stream().map(this::paid).toList(), registered(),
                    service.provenance().stream().map(Builder::provenance).toList(), unstated());
        }

        private String runtime() {
            Runtime runtime = service.runtime();
            if (runtime == null || runtime.language() == null) {
                return "";
            }
            var software = labelled.catalogue().software();
            String name = software.languages().get(software.runtimeOf(runtime.language())).name();
            return runtime.version() == null ? name : name + " " + runtime.version();
        }

        private Optional<LocalDate> end() {
            Runtime runtime = service.runtime();
            return runtime == null || runtime.language() == null || runtime.version() == null
                    ? Optional.empty()
                    : labelled.catalogue().software().supportEnd(runtime.language(), runtime.version())
                            .map(SupportEnd::until);
        }

        private String support(LocalDate until) {
            return today.isAfter(until)
                    ? "no longer mended since " + day.format(until) + ", " + span(until, today)
                    : "mended until " + day.format(until) + ", " + span(today, until) + " more";
        }

        private String age() {
            Image image = service.image();
            if (image == null || image.builtAt() == null) {
                return "";
            }
            LocalDate built = image.builtAt().atZone(ZoneOffset.UTC).toLocalDate();
            return built.isAfter(today)
                    ? "image built on " + day.format(built)
                    : "image built " + span(built, today) + " ago, on " + day.format(built);
        }

        /** "12 days", "8 months", "2.5 years". */
        private String span(LocalDate from, LocalDate to) {
            long days = ChronoUnit.DAYS.between(from, to);
            long months = ChronoUnit.MONTHS.between(from, to);
            if (days < DAYS_IN_WORDS) {
                return days == 1 ? "one day" : figures.count(days) + " days";
            }
            return months < MONTHS_IN_WORDS
                    ? figures.count(months) + (months == 1 ? " month" : " months")
                    : figures.fixed((double) months / MONTHS, 1) + " years";
        }

        private String entry() {
            return labelled.estate().document().entries().stream()
                    .filter(each -> each.service().equals(labelled.name())).findFirst().map(this::comesIn).orElse("");
        }

        private String comesIn(Entry entry) {
            String mean = entry.meanPerSecond() == null
                    ? "requests come in here"
                    : figures.rate(entry.meanPerSecond()) + " come in here";
            return mean + (entry.peakPerSecond() == null
                    ? ""
                    : ", " + figures.rate(entry.peakPerSecond()) + " at peak");
        }

        private String latency() {
            return entry().isEmpty()
                    ? ""
                    : new LatencyQuery.Form(null, null, labelled.name(), null, null, null).query(labelled.catalogue())
                            .address("/estates/" + labelled.slug() + "/latency");
        }

        private Helper helper(Sidecar sidecar) {
            Labelled.Value replicas = labelled.value(service.replicas(), "replicas", Figures::number);
            Labelled.Value cpu = labelled.value(sidecar.cpu() == null ? null : sidecar.cpu().request(),
                    "sidecars.cpu.request", Figures::vcpu);
            Labelled.Value memory = labelled.value(sidecar.memory() == null ? null : sidecar.memory().request(),
                    "sidecars.memory.request", Figures::memory);
            return new Helper(sidecar.name(), Objects.requireNonNullElse(sidecar.role(), "role not stated"), one(cpu),
                    figures.vcpu(cpu.amount() * replicas.amount()), one(memory),
                    figures.memory(memory.amount() * replicas.amount()));
        }

        private static String one(Labelled.Value value) {
            return value.stated() ? value.text() : value.text() + " assumed";
        }

        private Paid paid(Cost cost) {
            return new Paid(Objects.requireNonNullElse(cost.category(), "not said for what"),
                    cost.monthly() == null
                            ? "—"
                            : figures.money(cost.monthly().doubleValue(), labelled.writer().currency()),
                    Objects.requireNonNullElse(cost.source(), ""));
        }

        private List<Fact> registered() {
            List<Fact> facts = new ArrayList<>();
            fact(facts, "Also known as", String.join(", ", service.aliases()));
            fact(facts, "Namespace", service.namespace());
            fact(facts, "Data stores", String.join(", ", service.dataStores()));
            fact(facts, "Kept apart because", "none".equals(service.isolation()) ? "" : service.isolation());
            fact(facts, "Load", service.load() == null ? "" : load(service.load()));
            return facts;
        }

        private static void fact(List<Fact> facts, String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                facts.add(new Fact(name, value));
            }
        }

        private String load(EstateDocument.Load load) {
            String peak = load.peakToMean() == null ? "" : figures.number(load.peakToMean()) + " × the mean at peak";
            return Stream.of(Objects.requireNonNullElse(load.kind(), ""), peak).filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String provenance(Provenance from) {
            return Stream.of(from.format(), from.file(), from.detail()).filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }

        private List<ServiceLinks.Link> unstated() {
            List<ServiceLinks.Link> links = new ArrayList<>();
            unstated(links, service.team() == null, "who owns it", "team");
            unstated(links, runtime().isEmpty(), "its language", "runtime.language");
            unstated(links, !runtime().isEmpty() && service.runtime() != null && service.runtime().version() == null,
                    "the version of its language", "runtime.version");
            Image image = service.image();
            unstated(links, image == null || image.reference() == null, "its image", "image.reference");
            unstated(links, image != null && image.builtAt() == null, "when its image was built", "image.builtAt");
            return links;
        }

        private void unstated(List<ServiceLinks.Link> links, boolean missing, String words, String path) {
            if (missing) {
                links.add(new ServiceLinks.Link(words, labelled.field(path)));
            }
        }
    }
}
