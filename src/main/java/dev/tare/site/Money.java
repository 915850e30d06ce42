package dev.tare.site;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Amounts as people type them, with the estate's currency before or behind, or without. */
public final class Money {
    private Money() {}

    /** What would have been right, with an example. */
    public static String expected(String currency) {
        return "an amount in " + currency + " such as " + symbol(currency) + "1,200";
    }

    /** The amount without the currency's symbol or code; any other currency stays and makes it unreadable. */
    public static String bare(String typed, String currency) {
        String text = typed.strip();
        for (String mark : marks(currency)) {
            if (startsWith(text, mark)) {
                return text.substring(mark.length()).strip();
            }
            if (startsWith(text.substring(Math.max(0, text.length() - mark.length())), mark)) {
                return text.substring(0, text.length() - mark.length()).strip();
            }
        }
        return text;
    }

    private static boolean startsWith(String text, String mark) {
        return text.regionMatches(true, 0, mark, 0, mark.length());
    }

    private static List<String> marks(String currency) {
        return Stream.of(currency, "US" + symbol(currency), symbol(currency))
                .filter(mark -> currency.equals("USD") || !mark.startsWith("US")).distinct().toList();
    }

    private static String symbol(String currency) {
        String symbol = Currency.getInstance(currency).getSymbol(Locale.US);
        return symbol.equals(currency) ? currency + " " : symbol;
    }
}
