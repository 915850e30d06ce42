package dev.tare.review.decision;

import java.util.List;

/**
 * The words of a decision, as people edited them. Lists are one entry a line.
 *
 * @param chosen       the scenario decided for, as it is written in addresses
 * @param people       who decides
 * @param context      what runs, and what is asked
 * @param drivers      what matters, one a line
 * @param outcome      why the option was chosen
 * @param consequences what follows, one a line
 * @param confirmation how to see that it holds
 * @param options      what speaks for and against each, in the order of the columns
 * @param answers      to the five questions, in their order
 */
record Wording(String chosen, String people, String context, String drivers, String outcome, String consequences,
        String confirmation, List<Option> options, List<Answer> answers) {
    /** The lists are copied. */
    Wording {
        options = List.copyOf(options);
        answers = List.copyOf(answers);
    }

    /** What speaks for a scenario and against it, one a line. */
    record Option(String scenario, String good, String bad) {}

    /** One of the five questions. */
    record Answer(String question, String answer) {}

    /** Entries of a text that has one a line; what marks them as a list is left out. */
    static List<String> entries(String text) {
        return text.lines().map(line -> line.strip().replaceFirst("^[-*\u2022]\\s+", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
