package dev.tare.intake.names;

import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.intake.container.ImageReference;
import dev.tare.intake.names.Spelling.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether two services look like one. Rather says nothing than something wrong: two that one tool saw side by side,
 * that call each other, that speak to other neighbours or stand in other namespaces are two.
 */
final class Likeness {
    /** Ways of writing that one tool may use side by side for one thing. */
    private static final Set<Form> BESIDE = Set.of(Form.ADDRESS, Form.HOST, Form.POD, Form.VERSION);
    private static final Set<String> NO_NAMES = Set.of("localhost", "unknown", "default", "app", "main");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Traffic traffic;

    Likeness(Traffic traffic) {
        this.traffic = traffic;
    }

    /** What speaks for {@code one} being {@code other}; nothing when too little does, or anything against it. */
    Optional<List<String>> why(Named one, Named other) {
        String likeness = likeness(one, other);
        if (likeness == null || isAgainst(one, other)) {
            return Optional.empty();
        }
        List<String> why = new ArrayList<>(List.of(likeness));
        around(one, other, why);
        return Optional.of(why);
    }

    private static @Nullable String likeness(Named one, Named other) {
        if (other.goesBy(one.name()) || one.goesBy(other.name())) {
            return "one's name is an alias of the other";
        }
        Spelling spelling = one.spelling();
        if (spelling.squeezed().equals(other.spelling().squeezed()) && !NO_NAMES.contains(spelling.core())) {
            return sameCore(one, other);
        }
        return isPod(one, other) || isPod(other, one)
                ? "the name of one of its pods"
                : isContainer(one, other) || isContainer(other, one) ? "the name of its container" : null;
    }

    private static @Nullable String sameCore(Named one, Named other) {
        Spelling a = one.spelling();
        Spelling b = other.spelling();
        if (!Objects.equals(a.version(), b.version())) {
            return versions(one, other);
        }
        return has(a, b, Form.HOST) || has(a, b, Form.ADDRESS)
                ? "its name as an address"
                : has(a, b, Form.POD)
                        ? "the name of one of its pods"
                        : has(a, b, Form.REFERENCE)
                                ? "how a catalogue refers to it"
                                : a.core().equals(b.core()) && a.forms().equals(b.forms())
                                        || !has(a, b, Form.SUFFIX)
                                                ? "the same word written otherwise"
                                                : "the same but for the word “service” or its like behind it";
    }

    private static String versions(Named one, Named other) {
        String first = one.spelling().version();
        String second = other.spelling().version();
        String only = first == null ? second : first;
        return first != null && second != null
                ? "versions " + first + " and " + second + " of one service"
                : Character.isDigit(String.valueOf(only).charAt(0)) ? "version " + only + " of it" : "its " + only;
    }

    private static boolean has(Spelling one, Spelling other, Form form) {
        return one.has(form) != other.has(form);
    }

    /** {@code kafka-0} of the stateful set kafka. */
    private static boolean isPod(Named pod, Named set) {
        return "StatefulSet".equals(set.service().kind())
                && isNumbered(pod.spelling().core(), set.spelling().core());
    }

    /** {@code shop-cart-1}, as Compose names the container of {@code cart} in the project {@code shop}. */
    private static boolean isContainer(Named container, Named service) {
        if (!service.formats().contains("compose")) {
            return false;
        }
        String name = service.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String whole = container.name().toLowerCase(Locale.ROOT).replace('_', '-');
        int project = whole.lastIndexOf("-" + name + "-");
        return project > 0 && isNumbered(whole.substring(project + 1), name);
    }

    private static boolean isNumbered(String name, String plain) {
        return name.startsWith(plain + "-") && NUMBER.matcher(name.substring(plain.length() + 1)).matches();
    }

    private boolean isAgainst(Named one, Named other) {
        boolean alias = other.goesBy(one.name()) || one.goesBy(other.name());
        return isElsewhere(one, other) || !alias && (isSeenApart(one, other) || isOfAnotherLanguage(one, other)
                || traffic.isBetween(one.name(), other.name())
                || (one.isVersion() || other.isVersion()) && traffic.isUnlike(one.name(), other.name()));
    }

    private static boolean isElsewhere(Named one, Named other) {
        String here = one.namespace();
        String there = other.namespace();
        return here != null && there != null && !here.equals(there);
    }

    /** One tool, or one person, wrote both down, and not in a way in which one thing has two names. */
    private static boolean isSeenApart(Named one, Named other) {
        boolean sameTool = one.formats().isEmpty() && other.formats().isEmpty()
                || !Collections.disjoint(one.formats(), other.formats());
        boolean beside = one.spelling().forms().stream().anyMatch(BESIDE::contains)
                || other.spelling().forms().stream().anyMatch(BESIDE::contains) || isPod(one, other)
                || isPod(other, one);
        boolean typed = one.formats().isEmpty() && other.formats().isEmpty();
        return sameTool && (typed || !beside);
    }

    private static boolean isOfAnotherLanguage(Named one, Named other) {
        String here = language(one.service().runtime());
        String there = language(other.service().runtime());
        return here != null && there != null && !here.equalsIgnoreCase(there);
    }

    private static @Nullable String language(@Nullable Runtime runtime) {
        return runtime == null ? null : runtime.language();
    }

    private void around(Named one, Named other, List<String> why) {
        if (one.namespace() != null && other.namespace() != null) {
            why.add("same namespace " + one.namespace());
        }
        Set<String> formats = new TreeSet<>(one.formats());
        formats.addAll(other.formats());
        if (!formats.isEmpty()) {
            why.add("seen in " + listed(formats));
        }
        Set<String> callers = traffic.sharedCallers(one.name(), other.name());
        if (!callers.isEmpty()) {
            why.add("both called by " + listed(callers));
        }
        Set<String> callees = traffic.sharedCallees(one.name(), other.name());
        if (!callees.isEmpty()) {
            why.add("both call " + listed(callees));
        }
        if (sameImage(one.service().image(), other.service().image())) {
            why.add("same image");
        }
    }

    private static boolean sameImage(@Nullable Image one, @Nullable Image other) {
        return one != null && other != null && one.reference() != null && other.reference() != null
                && ImageReference.of(one.reference()).repository()
                        .equals(ImageReference.of(other.reference()).repository());
    }

    private static String listed(Set<String> words) {
        List<String> some = words.stream().limit(3).toList();
        int more = words.size() - some.size();
        String text = some.size() == 1
                ? some.getFirst()
                : String.join(", ", some.subList(0, some.size() - 1)) + (more > 0 ? ", " : " and ") + some.getLast();
        return more > 0 ? text + " and " + more + " more" : text;
    }
}
