package dev.tare.intake.names;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds services of an estate that look like one. Only names that come down to the same word are compared, so that an
 * estate of 20,000 services takes no longer than reading them.
 */
public final class Proposals {
    private static final int MOST_COMPARED = 30;
    private static final Pattern NUMBERED = Pattern.compile(".+-\\d{1,3}");
    private static final Comparator<Named> PLAINEST = Comparator
            .comparing((Named named) -> named.isVersion()).thenComparing(named -> named.spelling().forms().size())
            .thenComparing(named -> !named.name().equals(named.name().toLowerCase(Locale.ROOT)))
            .thenComparing(named -> -named.formats().size()).thenComparing(named -> named.name().length())
            .thenComparing(Named::name);

    private final Map<String, List<Named>> alike = new LinkedHashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();
    private final Set<String> refused;
    private final Likeness likeness;

    private Proposals(EstateDocument document, Set<String> refused) {
        this.refused = refused;
        Set<String> namespaces = Namespaces.of(document.services());
        List<Named> all = document.services().stream().map(service -> Named.of(service, namespaces)).toList();
        Map<String, String> cores = new HashMap<>();
        all.forEach(named -> cores.put(named.name(), named.spelling().core()));
        this.likeness = new Likeness(new Traffic(document.calls(), name -> cores.getOrDefault(name, name)));
        all.forEach(named -> named.names().forEach(name -> owners.merge(name, 1, Integer::sum)));
        all.forEach(named -> keys(named).forEach(key -> alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(named)));
        alike.values().removeIf(group -> group.size() < 2);
    }

    /**
     * What looks like one in an estate, by the name it would have.
     *
     * @param refused ids of proposals that somebody refused
     */
    public static List<Proposal> of(EstateDocument document, Set<String> refused) {
        return new Proposals(document, refused).all();
    }

    private List<Proposal> all() {
        Map<String, Proposal> found = new LinkedHashMap<>();
        alike.values().forEach(group -> group(group).forEach(proposal -> found.putIfAbsent(proposal.name(), proposal)));
        return found.values().stream().filter(proposal -> isNoCircle(found, proposal))
                .sorted(Comparator.comparing(Proposal::as).thenComparing(Proposal::name)).toList();
    }

    /** Of two that each look like part of the other, one is enough. */
    private static boolean isNoCircle(Map<String, Proposal> found, Proposal proposal) {
        Proposal back = found.get(proposal.into());
        return back == null || !back.into().equals(proposal.name()) || proposal.name().compareTo(proposal.into()) > 0;
    }

    /** The words a name comes down to; a pod and a container also to what they may be of. */
    private static Collection<String> keys(Named named) {
        Set<String> keys = new LinkedHashSet<>(List.of(named.spelling().squeezed()));
        named.service().aliases().forEach(alias -> keys.add(Spelling.of(alias, Set.of()).squeezed()));
        String numbered = named.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (NUMBERED.matcher(numbered).matches()) {
            String rest = numbered.substring(0, numbered.lastIndexOf('-'));
            for (int cut = -1; cut < rest.length(); cut = next(rest, cut)) {
                keys.add(Spelling.of(rest.substring(cut + 1), Set.of()).squeezed());
            }
        }
        return keys;
    }

    private static int next(String text, int from) {
        int found = text.indexOf('-', from + 1);
        return found < 0 ? text.length() : found;
    }

    private List<Proposal> group(List<Named> group) {
        List<Named> sorted = group.stream().sorted(PLAINEST).limit(MOST_COMPARED).toList();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            propose(sorted.get(i), sorted.subList(0, i)).ifPresent(proposals::add);
        }
        return proposals;
    }

    private Optional<Proposal> propose(Named named, List<Named> plainer) {
        List<Named> into = plainer.stream().filter(other -> !isRefused(named, other))
                .filter(other -> likeness.why(named, other).isPresent()).toList();
        boolean unclear = into.stream().map(Named::namespace).filter(Objects::nonNull).distinct()
                .count() > 1;
        if (into.isEmpty() || unclear || plainer.stream().anyMatch(other -> isRefused(named, other))) {
            return Optional.empty();
        }
        Named one = into.getFirst();
        List<String> why = likeness.why(named, one).orElseThrow();
        return Optional.of(Proposal.of(named.name(), one.name(), as(one, named), why));
    }

    /** Versions of one are called by what they are versions of, unless another has that name. */
    private String as(Named into, Named named) {
        String plain = Spelling.unversioned(into.name());
        boolean own = Stream.concat(into.names().stream(), named.names().stream()).anyMatch(plain::equals);
        return into.isVersion() && named.isVersion() && (own || !owners.containsKey(plain)) ? plain : into.name();
    }

    /** Under any of their names. */
    private boolean isRefused(Named one, Named other) {
        return !refused.isEmpty() && one.names().stream().anyMatch(
                name -> other.names().stream().anyMatch(known -> refused.contains(Proposal.id(name, known))));
    }

    /** For answers: the two services of an estate that a proposal was about, whatever they are called by now. */
    public static Optional<Service> find(EstateDocument document, String name) {
        return document.services().stream().filter(service -> service.name().equals(name)).findFirst()
                .or(() -> document.services().stream().filter(service -> service.aliases().contains(name))
                        .reduce((a, b) -> a.equals(b) ? a : Service.named("")).filter(one -> !one.name().isEmpty()));
    }
}
