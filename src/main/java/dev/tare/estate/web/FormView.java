package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.site.Invalid.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a part is edited.
 *
 * @param word   what is edited: service, team, entry point, settings
 * @param name   what it is called now; empty when new
 * @param here   where the form is sent
 * @param back   the page it belongs to
 * @param opened what the part said when the form was opened
 * @param unsure a sentence about why the page is shown again, or nothing
 */
record FormView(String word, String name, String here, String back, String currency, String opened,
        List<SectionView> sections, List<RowsView> lists, List<ErrorView> errors, Suggestions.Lists known,
        List<String> calledBy, @Nullable String unsure) {
    /** Fields under one heading; open when something in it is stated or wrong. */
    record SectionView(String title, String summary, boolean open, int stated, List<FieldView> fields) {}

    /** A list of rows; {@code blank} is a row to copy. */
    record RowsView(String path, String title, String one, String summary, boolean open, int stated, List<RowView> rows,
            RowView blank) {}

    /** A row; {@code offer} when its first field names a service that is not there yet. */
    record RowView(int index, String id, String origin, String label, List<FieldView> fields, boolean offer,
            boolean create) {}

    /** Something wrong, and the field it is wrong in (nothing when it is in none). */
    record ErrorView(@Nullable String field, String label, String sentence) {}

    /** What the page is called. */
    public String title() {
        if (word.equals("settings")) {
            return "Settings";
        }
        return name.isEmpty() ? "New " + word : name;
    }

    static Builder of(Part part, EstateDocument document, Form form) {
        return new Builder(part, document, form);
    }

    /** Builds the page from what stands in the form and what is wrong with it. */
    static final class Builder {
        private final Part part;
        private final EstateDocument document;
        private final Form form;
        private final Map<String, Problem> wrong = new LinkedHashMap<>();
        private final Set<String> shown = new HashSet<>();
        private final Set<String> services;

        private Builder(Part part, EstateDocument document, Form form) {
            this.part = part;
            this.document = document;
            this.form = form;
            this.services = ServicePart.names(document);
        }

        Builder wrong(List<Problem> problems) {
            problems.forEach(problem -> wrong.putIfAbsent(String.valueOf(problem.path()), problem));
            return this;
        }

        FormView at(String slug, String name, String here, Hints hints, Suggestions suggestions,
                @Nullable String unsure) {
            List<SectionView> sections = part.schema().sections().stream().map(section -> section(section, hints))
                    .toList();
            List<RowsView> lists = part.schema().lists().stream().map(list -> rows(list, hints)).toList();
            String back = Addresses.of(slug, part.home());
            return new FormView(part.word(), name, here, back, Currencies.of(document), form.opened(), sections, lists,
                    errors(sections, lists), suggestions.in(document), callers(name), unsure);
        }

        private List<String> callers(String name) {
            return part instanceof ServicePart
                    ? document.calls().stream().filter(call -> call.to().equals(name))
                            .map(EstateDocument.Call::from).distinct().toList()
                    : List.of();
        }

        private SectionView section(Schema.Section section, Hints hints) {
            List<FieldView> fields = section.fields().stream()
                    .map(field -> field(field, field.path(), form.value(field.path()),
                            hints.of(part.list(), field.path(), form)))
                    .toList();
            int stated = (int) fields.stream().filter(field -> !field.value().isEmpty()).count();
            boolean open = section.title().isEmpty() || fields.stream().anyMatch(field -> field.error() != null);
            return new SectionView(section.title(), section.summary(), open, stated, fields);
        }

        private FieldView field(Field field, String name, String value, @Nullable Hint hint) {
            Problem problem = wrong.get(name);
            shown.add(name);
            return FieldView.of(field, name, value, hint, problem == null ? null : sentence(problem));
        }

        static String sentence(Problem problem) {
            String found = problem.found();
            if (String.valueOf(problem.expected()).endsWith(".")) {
                return String.valueOf(problem.expected());
            }
            return "Expected " + problem.expected()
                    + (found == null || found.isEmpty() || found.equals("nothing") ? "." : ", found '" + found + "'.");
        }

        private RowsView rows(Schema.Rows list, Hints hints) {
            List<RowView> rows = new ArrayList<>();
            for (Map<String, String> row : form.rows(list.path())) {
                rows.add(row(list, rows.size(), row, hints));
            }
            boolean wrongInside = wrong.keySet().stream().anyMatch(path -> path.startsWith(list.path() + "["));
            int stated = stated(list, rows);
            boolean calls = list.path().equals(ServicePart.CALLS);
            if (rows.isEmpty()) {
                rows.add(row(list, 0, Map.of(), hints));
            }
            return new RowsView(list.path(), list.title(), list.one(), list.summary(),
                    calls || wrongInside || stated > 0,
                    stated, rows, row(list, -1, Map.of(), hints));
        }

        /** Services that are in no unit are listed to be put into one, and state nothing yet. */
        private static int stated(Schema.Rows list, List<RowView> rows) {
            return (int) rows.stream().filter(row -> !list.path().equals(ShapeSchema.UNITS)
                    || !row.fields().getLast().value().isBlank()).count();
        }

        private RowView row(Schema.Rows list, int index, Map<String, String> row, Hints hints) {
            String prefix = list.path() + "[" + (index < 0 ? "#" : index) + "].";
            List<FieldView> fields = list.fields().stream().map(field -> field(field, prefix + field.path(),
                    row.getOrDefault(field.path(), ""), hints.general(list.path() + "." + field.path()))).toList();
            String first = fields.getFirst().value().strip();
            boolean offer = list.path().equals(ServicePart.CALLS) && !first.isEmpty() && !services.contains(first)
                    && !first.equals(form.value("name"));
            return new RowView(index, FieldView.id(prefix), row.getOrDefault(Form.ORIGIN, ""),
                    first.isEmpty() ? list.one() + " " + (index + 1) : first, fields, offer, offer);
        }

        private List<ErrorView> errors(List<SectionView> sections, List<RowsView> lists) {
            Map<String, FieldView> fields = new LinkedHashMap<>();
            sections.forEach(section -> section.fields().forEach(field -> fields.put(field.name(), field)));
            lists.forEach(
                    list -> list.rows().forEach(row -> row.fields().forEach(field -> fields.put(field.name(), field))));
            return wrong.values().stream().map(problem -> {
                FieldView field = fields.get(String.valueOf(problem.path()));
                return new ErrorView(field == null ? null : field.id(),
                        field == null ? String.valueOf(problem.path()) : field.label(), sentence(problem));
            }).toList();
        }
    }
}
