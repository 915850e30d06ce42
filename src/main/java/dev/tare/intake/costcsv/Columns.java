package dev.tare.intake.costcsv;

import dev.tare.intake.Answers;
import dev.tare.intake.Question;
import dev.tare.intake.cost.Heading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which column of a table is what: as people say, else the first with a usual name. */
enum Columns {
    SERVICE("service", "Column with the service", "service", "application", "app", "workload", "component", "name",
            "resource", "resource name", "item", "dienst", "anwendung"), AMOUNT("amount", "Column with the amount",
                    "amount", "cost", "costs", "total", "total cost", "monthly cost",
                    "monthly", "charge", "charges", "spend", "price", "net amount", "betrag", "kosten", "summe",
                    "montant",
                    "coût", "importe", "coste"), CURRENCY("currency", "Column with the currency", "currency",
                            "currency code", "ccy", "währung", "devise", "moneda"), DATE("date",
                                    "Column with the day or month", "date", "month", "day", "period", "billing period",
                                    "usage date",
                                    "invoice date", "start date", "datum", "monat", "mois", "fecha",
                                    "mes"), CATEGORY("category", "Column with the category", "category",
                                            "cost category", "type", "kind", "product", "kategorie",
                                            "art", "catégorie", "description");

    private final String word;
    private final String label;
    private final List<String> usual;

    Columns(String word, String label, String... usual) {
        this.word = word;
        this.label = label;
        this.usual = List.of(usual);
    }

    static List<Question> questions() {
        return Arrays.stream(values()).map(Columns::question).toList();
    }

    private String id() {
        return "column-" + word;
    }

    private Question question() {
        String guess = String.join(", ", usual.subList(0, Math.min(4, usual.size())));
        return new Question(id(), label,
                "In a plain table of costs. Not stated: the first called " + guess + " or alike.",
                "");
    }

    /** What people said. */
    Optional<String> said(Answers answers) {
        return answers.text(id());
    }

    /** The column's name in this table; empty when there is none. */
    String in(Heading heading, Answers answers) {
        String said = said(answers).orElse("");
        if (!said.isEmpty() && !heading.has(said)) {
            throw answers.wrong(id(), "one of the columns " + String.join(", ", heading.names()));
        }
        return said.isEmpty() ? heading.first(usual) : said;
    }

    /** Whether a table has a column that is usually this. */
    boolean isIn(Heading heading) {
        return heading.hasAny(usual);
    }
}
