package dev.tare.intake.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What somebody said about money: what is labelled so is this service's.
 *
 * @param label   such as {@code tag:app} or {@code resource}
 * @param pattern a regular expression for the whole value
 * @param service the service's name, {@code $1} for what the first bracket caught; empty for none: it stays unmatched
 */
public record Rule(String label, String pattern, String service) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\S.*?)\\s*~\\s*(.+?)\\s*->\\s*(.*?)\\s*");
    private static final int LONGEST = 500;
    private static final int STEPS = 1_000_000;

    /** What is no rule. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** A rule for one value. */
    public static Rule exactly(String label, String value, String service) {
        return new Rule(label, literally(value), service.replace("\\", "\\\\").replace("$", "\\$"));
    }

    /** An expression for one text, as people would write it; what ends a rule in a list is written as a number. */
    private static String literally(String value) {
        return value.replaceAll("([\\\\.\\[\\](){}*+?^$|])", "\\\\$1").replace(";", "\\x3B").replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Rules written {@code tag:app ~ cart.* -> cart}, one a line or between semicolons. */
    public static List<Rule> written(String text) throws Unreadable {
        List<Rule> rules = new ArrayList<>();
        for (String one : text.split("[;\\n\\r]+")) {
            if (!one.isBlank()) {
                Matcher parts = WRITTEN.matcher(one);
                if (!parts.matches()) {
                    throw new Unreadable("\"" + one.strip() + "\"");
                }
                rules.add(new Rule(parts.group(1), parts.group(2), parts.group(3)).checked());
            }
        }
        return rules;
    }

    /** This rule, when it can be applied. */
    public Rule checked() throws Unreadable {
        if (label.isBlank() || label.length() > LONGEST || pattern.length() > LONGEST || service.length() > LONGEST) {
            throw new Unreadable("a rule of more than " + LONGEST + " characters, or without a label");
        }
        try {
            Pattern.compile(pattern);
            return this;
        } catch (PatternSyntaxException e) {
            throw new Unreadable(String.valueOf(e.getDescription()) + " in \"" + pattern + "\"");
        }
    }

    /** The service a value leads to by this rule; nothing when the rule does not speak of it. */
    Optional<String> serviceOf(String value) {
        try {
            Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(new Counted(value, STEPS));
            return matcher.matches() ? Optional.of(matcher.replaceFirst(service)) : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | TooLong | StackOverflowError notApplicable) {
            return Optional.empty();
        }
    }

    /** A pattern that looks at a short text a million times will not find its end in reasonable time. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that can be looked at only so often. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int left;

        Counted(CharSequence text, int left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
