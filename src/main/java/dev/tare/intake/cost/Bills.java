package dev.tare.intake.cost;

import dev.tare.estate.EstateDocument;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Question;
import dev.tare.intake.Upload;
import dev.tare.intake.cost.Ledger.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What every format of bills does alike: read its files into one ledger, and ask which month is meant. */
public final class Bills {
    private static final Question MONTH = new Question("month", "Month of a bill with several months",
            "last (the last month covered to its end), mean (of all months) or whole (all of it is one month's).",
            "last");
    private static final Question COST = new Question("cost", "Which cost of a bill",
            "billed (what the invoice says) or effective (discounts and prepayments spread over their use)."
                    + " One of the two, never both.",
            "billed");

    private static final Question RULES = new Question("cost-rules", "Whose money it is",
            "Rules such as tag:app ~ cart.* -> cart; several with semicolons between them. The label is tag:…, resource,"
                    + " product, group, account, name or namespace; the expression must fit its whole value.",
            "");

    private Bills() {}

    /** What was said about whose money it is. */
    public static List<Rule> rules(Answers answers) {
        try {
            return Rule.written(answers.text(RULES.id()).orElse(""));
        } catch (Rule.Unreadable wrong) {
            throw answers.wrong(RULES.id(), "rules such as tag:app ~ cart.* -> cart, not " + wrong.getMessage());
        }
    }

    /** What formats that are of a window ask. */
    public static List<Question> questionsOfWindows() {
        return List.of(RULES);
    }

    /** What formats that know one cost ask. */
    public static List<Question> questions() {
        return List.of(RULES, MONTH);
    }

    /** What formats that know a billed and an effective cost ask. */
    public static List<Question> questionsOfTwoCosts() {
        return List.of(RULES, MONTH, COST);
    }

    /** Whether the effective cost is asked for instead of the billed one. */
    public static boolean isEffective(Answers answers) {
        return switch (answers.text("cost").orElse("billed")) {
            case "billed" -> false;
            case "effective" -> true;
            default -> throw answers.wrong("cost", "billed or effective");
        };
    }

    /** How months become one month's cost. */
    public static Span span(Answers answers) {
        return switch (answers.text("month").orElse("last")) {
            case "last" -> Span.LAST;
            case "mean" -> Span.MEAN;
            case "whole" -> Span.WHOLE;
            default -> throw answers.wrong("month", "last, mean or whole");
        };
    }

    /** Reads files into one ledger; {@code read} adds a file's charges and counts them. */
    public static Draft read(String format, String measure, List<Upload> files, Answers answers,
            BiFunction<Upload, Tally, Integer> read) {
        Span span = span(answers);
        Tally tally = new Tally();
        List<FileRead> all = new ArrayList<>();
        files.forEach(file -> all.add(new FileRead(file.name(), format, read.apply(file, tally))));
        Ledger ledger = tally.ledger(format, measure, files.stream().map(Upload::name).toList(), span, null,
                rules(answers));
        return new Draft(EstateDocument.named(""), all, noted(tally), List.of(ledger));
    }

    private static List<Finding> noted(Tally tally) {
        List<Finding> findings = new ArrayList<>(tally.notes());
        if (tally.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "no-charges", "These files hold no charges, only a heading.",
                    "Look whether the export was cut short."));
        }
        if (tally.isCoarse()) {
            findings.add(Finding.of(Severity.INFO, "costs-coarse", "There are more than " + Tally.MOST_LINES
                    + " different things in these files; they are told apart by the tags that name a program, not by"
                    + " every resource. All money is counted.", null));
        }
        return findings;
    }
}
