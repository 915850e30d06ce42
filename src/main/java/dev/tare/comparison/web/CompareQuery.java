package dev.tare.comparison.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.catalogue.Catalogue;
import dev.tare.comparison.Question;
import dev.tare.comparison.Question.Ask;
import dev.tare.comparison.Question.Look;
import dev.tare.engine.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A comparison as its address holds it, the whole of it: two to four scenarios, the first of them the one the others are
 * held against, the measure of the lines, how they are sorted, which groups are folded away, and the reader's own figures.
 *
 * @param left what the address names beyond the four that find room
 */
@NamedInterface("comparison")
public record CompareQuery(List<Sought> scenarios, Measure measure, boolean byDifference, Set<String> folded,
        WhatIf whatIf, List<Sought> left) {
    /** As many as can be told apart on one page. */
    public static final int MOST = 4;

    private static final String SCENARIO = "s";
    private static final String MEASURE = "measure";
    private static final String SORT = "sort";
    private static final String DIFFERENCE = "difference";
    private static final String FOLD = "fold";

    /** The collections are copied. */
    public CompareQuery {
        scenarios = List.copyOf(scenarios);
        folded = new LinkedHashSet<>(folded);
        left = List.copyOf(left);
    }

    /** Reads the parameters of an address; one that names no scenario asks for {@code usual}. */
    static CompareQuery read(MultiValueMap<String, String> parameters, Catalogue catalogue, List<Sought> usual) {
        Written written = new Written(parameters);
        List<Sought> named = written.all(SCENARIO).stream().distinct().map(Sought::new).toList();
        List<Sought> all = named.isEmpty() ? usual : named;
        String measure = written.one(MEASURE);
        return new CompareQuery(all.stream().limit(MOST).toList(),
                measure == null ? Measure.COST : Words.measure(measure).orElse(Measure.COST),
                DIFFERENCE.equals(written.one(SORT)), new LinkedHashSet<>(written.all(FOLD)),
                WhatIf.read(written.all("set"), "true".equals(written.one("calibrated")), catalogue),
                all.stream().skip(MOST).toList());
    }

    /** Reads the parameters of an address that names its scenarios. */
    public static CompareQuery read(MultiValueMap<String, String> parameters, Catalogue catalogue) {
        return read(parameters, catalogue, List.of());
    }

    /** Reads what stands behind the question mark of an address. */
    public static CompareQuery read(String query, Catalogue catalogue) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance().query(query.replaceFirst("^.*\\?", "")).build().getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(name,
                        value == null ? "" : UriUtils.decode(value, UTF_8))));
        return read(parameters, catalogue);
    }

    /** This comparison on the page of an estate. */
    public String address(String slug) {
        return at("/estates/" + UriUtils.encode(slug, UTF_8) + "/compare");
    }

    /** This comparison at another page that takes it. */
    public String at(String path) {
        return Hidden.address(path, fields());
    }

    /** Itself as the fields of a form. */
    List<Hidden> fields() {
        List<Hidden> fields = new ArrayList<>(
                scenarios.stream().map(each -> new Hidden(SCENARIO, each.written())).toList());
        fields.addAll(others());
        return fields;
    }

    /** The same without the scenarios. */
    List<Hidden> others() {
        List<Hidden> fields = new ArrayList<>(List.of(new Hidden(MEASURE, Words.id(measure))));
        if (byDifference) {
            fields.add(new Hidden(SORT, DIFFERENCE));
        }
        folded.forEach(group -> fields.add(new Hidden(FOLD, group)));
        fields.addAll(whatIf.fields());
        return fields;
    }

    CompareQuery with(List<Sought> others) {
        return new CompareQuery(others, measure, byDifference, folded, whatIf, List.of());
    }

    CompareQuery with(Measure other) {
        return new CompareQuery(scenarios, other, byDifference, folded, whatIf, left);
    }

    CompareQuery with(WhatIf other) {
        return new CompareQuery(scenarios, measure, byDifference, folded, other, left);
    }

    CompareQuery sorted(boolean difference) {
        return new CompareQuery(scenarios, measure, difference, folded, whatIf, left);
    }

    /** With a group folded away, or unfolded again. */
    CompareQuery turned(String group) {
        Set<String> turned = new LinkedHashSet<>(folded);
        if (!turned.remove(group)) {
            turned.add(group);
        }
        return new CompareQuery(scenarios, measure, byDifference, turned, whatIf, left);
    }

    CompareQuery without(Sought scenario) {
        return with(scenarios.stream().filter(each -> !each.equals(scenario)).toList());
    }

    /** With a scenario as the one the others are held against. */
    CompareQuery against(Sought baseline) {
        List<Sought> others = new ArrayList<>(List.of(baseline));
        scenarios.stream().filter(each -> !each.equals(baseline)).forEach(others::add);
        return with(others);
    }

    /** What to weigh: every scenario, and how far each is from the first in every measure. */
    Question question(List<Ask> asks, @Nullable Look decides) {
        List<Look> looks = new ArrayList<>();
        asks.stream().skip(1).forEach(ask -> Arrays.stream(Measure.values())
                .map(each -> Look.apart(asks.getFirst().name(), ask.name(), each)).forEach(looks::add));
        if (decides != null) {
            looks.add(decides);
        }
        return whatIf.on(Question.of(asks).looking(looks));
    }
}
