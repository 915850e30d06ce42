package dev.tare.comparison.web;

import dev.tare.catalogue.Preset;
import dev.tare.estate.EstateDocument;
import dev.tare.estate.ShapeLink;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader can ask on the advice page, with what is wrong beside each field; a free line stands under what there
 * may be several of.
 *
 * @param services names to suggest; none where there are very many
 */
record AdviceForm(String action, List<Choice> presets, List<Choice> objectives, Field weight, List<Choice> teams,
        Field teamPrice, Field memory, List<Field> times, List<Pair> apart, List<Pair> together,
        List<String> services) {
    private static final int MOST_SUGGESTED = 2_000;

    /** One of several. */
    record Choice(String value, String name, boolean chosen) {}

    /** A line to write on. */
    record Field(String id, String value, @Nullable String error) {}

    /** Two services. */
    record Pair(String id, String a, String b, @Nullable String error) {}

    static AdviceForm of(String slug, EstateDocument estate, AdviceRequest request, List<Preset> presets,
            @Nullable Invalid refused) {
        List<Problem> problems = refused == null ? List.of() : refused.problems();
        String objective = Objects.requireNonNullElse(request.objective(), "cost");
        return new AdviceForm("/estates/" + slug + "/advice", shapes(request, presets, estate),
                List.of(new Choice("cost", "Gross cost", objective.equals("cost")),
                        new Choice("p99", "Time of slow requests (p99)", objective.equals("p99")),
                        new Choice(AdviceRequest.WEIGHTED, "Both, weighted", objective.equals(AdviceRequest.WEIGHTED))),
                field("weight", request.weight(), problems), teams(request),
                field("teamPrice", request.teamPrice(), problems),
                field("memoryAtMost", request.memoryAtMost(), problems), times(request, problems),
                pairs("apart", request.apart(), problems), pairs("together", request.together(), problems),
                estate.services().size() > MOST_SUGGESTED
                        ? List.of()
                        : estate.services().stream().map(EstateDocument.Service::name).toList());
    }

    private static List<Choice> shapes(AdviceRequest request, List<Preset> presets, EstateDocument estate) {
        String preset = Objects.requireNonNullElse(request.preset(), "");
        List<Choice> shapes = new ArrayList<>(List.of(new Choice("", "Today's", preset.isEmpty())));
        presets.forEach(each -> shapes.add(new Choice(each.id(), each.name(), each.id().equals(preset))));
        estate.shapes().stream().map(EstateDocument.SavedShape::name).forEach(name -> shapes
                .add(new Choice(ShapeLink.saved(name), name, ShapeLink.saved(name).equals(preset))));
        return shapes;
    }

    private static List<Choice> teams(AdviceRequest request) {
        boolean free = AdviceRequest.FREE.equals(request.teams());
        return List.of(new Choice(AdviceRequest.NEVER, "never", !free && !request.priced()),
                new Choice(AdviceRequest.PRICED, "at a price", request.priced()),
                new Choice(AdviceRequest.FREE, "freely", free));
    }

    private static List<Field> times(AdviceRequest request, List<Problem> problems) {
        List<String> written = new ArrayList<>(request.p99AtMost());
        written.add("");
        return IntStream.range(0, written.size()).mapToObj(i -> new Field("p99AtMost-" + i, written.get(i),
                error("p99AtMost[" + i + "]", problems))).toList();
    }

    /** A set of several as pairs of neighbours: who is with the one that is with another is with that one as well. */
    private static List<Pair> pairs(String path, List<List<String>> sets, List<Problem> problems) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            List<String> set = sets.get(i);
            String error = error(path + "[" + i + "]", problems);
            for (int k = 0; k < Math.max(1, set.size() - 1); k++) {
                pairs.add(new Pair(path + "-" + pairs.size(), set.get(k), k + 1 < set.size() ? set.get(k + 1) : "",
                        k == 0 ? error : null));
            }
        }
        pairs.add(new Pair(path + "-" + pairs.size(), "", "", sets.isEmpty() ? error(path, problems) : null));
        return pairs;
    }

    private static Field field(String path, @Nullable String written, List<Problem> problems) {
        return new Field(path, Objects.requireNonNullElse(written, ""), error(path, problems));
    }

    private static @Nullable String error(String path, List<Problem> problems) {
        return problems.stream().filter(problem -> path.equals(problem.path())).findFirst()
                .map(problem -> "Expected " + problem.expected() + ", found " + problem.found() + ".").orElse(null);
    }

    /** The field an error belongs to, to lead there. */
    static String idOf(Problem problem) {
        String path = Objects.requireNonNullElse(problem.path(), "");
        boolean line = path.endsWith("]") || path.equals("apart") || path.equals("together");
        String at = path.replace('[', '-').replace("]", "");
        return line && !at.contains("-") ? at + "-0" : at;
    }
}
