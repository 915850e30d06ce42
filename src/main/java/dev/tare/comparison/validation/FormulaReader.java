package dev.tare.comparison.validation;

import dev.tare.comparison.validation.Formula.Operator;

/** Reads formulas; multiplication and division bind before addition and subtraction, as usual. */
final class FormulaReader {
    private final String text;
    private int at;

    private FormulaReader(String text) {
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException} saying where it is wrong. */
    static Formula read(String text) {
        FormulaReader reader = new FormulaReader(text);
        Formula formula = reader.sum();
        if (reader.next() != 0) {
            throw reader.wrong("the end");
        }
        return formula;
    }

    private Formula sum() {
        Formula left = product();
        while (next() == '+' || next() == '-') {
            Operator operator = Operator.of(take());
            left = new Formula.Joined(operator, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = leaf();
        while (next() == '*' || next() == '/') {
            Operator operator = Operator.of(take());
            left = new Formula.Joined(operator, left, leaf());
        }
        return left;
    }

    private Formula leaf() {
        char first = next();
        if (first == '(') {
            take();
            Formula inside = sum();
            expect(')');
            return inside;
        }
        if (first == '{') {
            take();
            return new Formula.LookUp(upTo('}'));
        }
        return Character.isDigit(first) ? number() : reading();
    }

    private Formula number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return new Formula.Constant(Double.parseDouble(text.substring(from, at)));
    }

    private Formula reading() {
        if (!Character.isLetter(next())) {
            throw wrong("a figure such as gross.cost[one each]");
        }
        String figure = upTo('[');
        return new Formula.Read(figure, upTo(']'));
    }

    private String upTo(char end) {
        int to = text.indexOf(end, at);
        if (to < 0) {
            throw wrong("'" + end + "' further on");
        }
        String found = text.substring(at, to).strip();
        at = to + 1;
        return found;
    }

    private void expect(char sign) {
        if (next() != sign) {
            throw wrong("'" + sign + "'");
        }
        take();
    }

    /** The next sign that is no space; 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char take() {
        return text.charAt(at++);
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException(
                "expected " + expected + " at character " + (at + 1) + " of '" + text + "'");
    }
}
