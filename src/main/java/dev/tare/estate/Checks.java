package dev.tare.estate;

import dev.tare.site.Invalid.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What single values must be, whatever field they stand in. Collects what is wrong, the first hundred. */
final class Checks {
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_PROBLEMS = 100;

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    void wrong(At at, String expected, @Nullable Object found) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(Problem.at(at.toString(), expected, found == null ? "nothing" : shown(found)));
        }
    }

    /** A name that people and addresses can use. */
    void name(At at, @Nullable String name) {
        if (name == null || name.isBlank()) {
            wrong(at, "a name", name);
        } else if (name.length() > LONGEST_NAME) {
            wrong(at, "a name of at most " + LONGEST_NAME + " characters", name.length() + " characters");
        } else if (!name.equals(name.strip())) {
            wrong(at, "a name without spaces at its ends", name);
        } else if (name.chars().anyMatch(Character::isISOControl) || name.equals(".") || name.equals("..")) {
            wrong(at, "a name without control characters that is more than dots", name);
        } else {
            text(at, name);
        }
    }

    /** Each name once in its list. */
    <T> void unique(String list, String field, List<T> values, Function<T, @Nullable String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String own = name.apply(values.get(i));
            if (own != null && !seen.add(own)) {
                wrong(At.ROOT.item(list, i).field(field), "a name that is not taken", own);
            }
        }
    }

    /** Text that the database can hold. */
    void text(At at, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST_TEXT) {
            wrong(at, "at most " + LONGEST_TEXT + " characters", text.length() + " characters");
        } else if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(Checks::halfACharacter)) {
            wrong(at, "text without zero characters and half characters", text.replace('\0', '?'));
        }
    }

    void texts(At at, String list, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            text(at.item(list, i), texts.get(i));
        }
    }

    void number(At at, @Nullable Double number) {
        if (number != null && !(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            wrong(at, "a number that is 0 or more", number);
        }
    }

    /** Money may be below zero: credits and refunds are. */
    void amount(At at, @Nullable BigDecimal amount) {
        if (amount != null && !Decimals.isAmount(amount)) {
            wrong(at, "an amount with at most " + Decimals.MOST_DIGITS + " digits before and "
                    + Decimals.MOST_DECIMALS + " behind the point", amount);
        }
    }

    void count(At at, @Nullable Number count) {
        if (count != null && count.longValue() < 0) {
            wrong(at, "a whole number that is 0 or more", count);
        }
    }

    /** Two numbers of which the second is not below the first. */
    void rising(At at, @Nullable Double lower, @Nullable Double upper, String expected) {
        if (lower != null && upper != null && upper < lower) {
            wrong(at, expected + " (" + lower + ")", upper);
        }
    }

    void oneOf(At at, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            wrong(at, "one of " + String.join(", ", known), value);
        }
    }

    private static boolean halfACharacter(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String shown(Object found) {
        String text = found.toString();
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    }
}
