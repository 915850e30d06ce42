package dev.tare.intake.trace;

import dev.tare.intake.Answers;
import dev.tare.intake.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of the real load was recorded: the share of requests that were traced, and the time the records span. With
 * both, counted requests become requests a second: {@code counted / share / seconds}.
 *
 * @param share        above 0, at most 1
 * @param shareStated  whether people said so
 * @param seconds      NaN when nobody said
 */
public record Load(double share, boolean shareStated, double seconds) {
    private static final String SAMPLING = "sampling";
    private static final String WINDOW = "window";
    private static final Pattern SHARE = Pattern
            .compile("([0-9.]+(?:[eE]-?[0-9]+)?)\\s*(%?)|1\\s*(?:/|in|of)\\s*([0-9.]+)");
    private static final Pattern TIME = Pattern
            .compile("([0-9.]+)\\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)", Pattern.CASE_INSENSITIVE);

    /** What is asked. */
    public static final List<Question> QUESTIONS = List.of(
            new Question(SAMPLING, "Share of requests traced",
                    "Traces and counted calls. 1 % or 0.01 or 1 in 100; every request when left empty.", "100 %"),
            new Question(WINDOW, "Time the records span",
                    "Traces and counted calls. 24 h, 15 min, 90 s; from the first to the last span when left empty.",
                    "as recorded"));

    /** What people said about it. */
    public static Load of(Answers answers) {
        double share = answers.text(SAMPLING).map(text -> share(answers, text)).orElse(1.0);
        double seconds = answers.text(WINDOW).map(text -> seconds(answers, text)).orElse(Double.NaN);
        return new Load(share, answers.text(SAMPLING).isPresent(), seconds);
    }

    /** The share, for people. */
    public String shareText() {
        return share == 1
                ? "every request"
                : BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros()
                        .toPlainString() + " % of requests";
    }

    private static double share(Answers answers, String text) {
        Matcher matcher = SHARE.matcher(text);
        double share = !matcher.matches()
                ? Double.NaN
                : matcher.group(1) == null
                        ? 1 / number(matcher.group(3))
                        : number(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
        if (!(share > 0 && share <= 1)) {
            throw answers.wrong(SAMPLING, "a share above 0 and at most 1, such as 1 %, 0.01 or 1 in 100");
        }
        return share;
    }

    private static double seconds(Answers answers, String text) {
        Matcher matcher = TIME.matcher(text);
        double seconds = matcher.matches()
                ? number(matcher.group(1)) * switch (matcher.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3_600;
                    default -> 86_400;
                }
                : Double.NaN;
        if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw answers.wrong(WINDOW, "a time such as 24 h, 15 min or 90 s");
        }
        return seconds;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Whether people said how long the records span. */
    public boolean hasWindow() {
        return !Double.isNaN(seconds);
    }

    /** Requests a second, from those counted. */
    public double perSecond(double counted, double overSeconds) {
        return counted / share / overSeconds;
    }
}
