package dev.tare.intake.container;

import dev.tare.intake.container.NamedHost.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hosts that settings and commands name. A name counts only where a host stands: in a URL, before a port, as
 * {@code Host=…}, as the whole of a setting that says it is a host, or as words such as {@code nc -z rabbitmq 5672}.
 * Names in JSON or SQL, in paths, under users or databases do not count.
 */
public final class HostPositions {
    private static final String NAME = "[a-zA-Z0-9](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_])?\\.?";
    private static final Pattern HOST_NAME = Pattern.compile(NAME);
    private static final Pattern URL = Pattern.compile("(?<![a-zA-Z0-9+.:-])([a-zA-Z][a-zA-Z0-9+.:-]*):(//+)"
            + "((?:(?!,[a-zA-Z][a-zA-Z0-9+.-]*://)[^\\s/?#;\"'`()<>\\[\\]{}|\\\\])*)");
    private static final Pattern HOST_AND_PORT = Pattern
            .compile("(?<![\\w.$/:{-])(" + NAME + "):(\\d{1,5})(?![\\w.@-])");
    private static final Pattern AUTHORITY = Pattern.compile("(" + NAME + ")(?::(\\d{1,5}|\\$.*)?)?");
    private static final Pattern SETTING = Pattern.compile(
            "(?<![\\w.-])(?:-D|--?)?([A-Za-z][\\w.-]*|Data Source)\\s?=\\s?(?:tcp:)?(" + NAME + ")(?=$|[;,\\s\"'&)])");
    private static final Pattern WRAPPED = Pattern.compile("@(?:tcp|udp)\\((" + NAME + ")\\)");
    private static final Pattern SAYS_HOST = Pattern.compile(
            ".*(HOST|HOST_?NAME|ADDR|ADDRESS|ENDPOINT|URL|URI|SERVER|BROKER|CONNECTION|CONNECTION_?STRING|DATA SOURCE)(E?S)?[_.-]?\\d*");
    private static final Pattern SAYS_IMAGE = Pattern.compile("(?i).*(image|tag|version)");
    private static final Pattern JSON = Pattern
            .compile("(?s)\\s*(?:\\{\\s*(?:\"|\\}).*\\}|\\[\\s*[\"{\\[\\d].*\\])\\s*");
    private static final Pattern SQL = Pattern
            .compile("(?is)\\s*(?:select|insert|update|delete|create|alter|drop|grant|use|set)\\s+\\w.*");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[^\\S\\r\\n]*+#.*$");
    private static final Pattern WORD_BREAK = Pattern.compile("[\\s\"'`;|&()<>]+");
    private static final Set<String> NO_HOST_SCHEMES = Set.of("file", "unix", "kubernetes", "k8s", "classpath",
            "spiffe",
            "s3", "s3a", "s3n", "gs", "wasb", "wasbs", "abfs", "abfss", "data", "urn", "arn", "docker", "oci", "vault",
            "env", "git+file");
    private static final Set<String> IN_PATH_SCHEMES = Set.of("dns", "passthrough", "xds");

    private final Set<NamedHost> found = new LinkedHashSet<>();

    private HostPositions() {}

    /** The hosts in the value of a setting. */
    public static Set<NamedHost> inSetting(String name, String value) {
        HostPositions positions = new HostPositions();
        String rest = positions.urls(value);
        if (!JSON.matcher(value).matches() && !SQL.matcher(value).matches() && !isNoProxy(name)) {
            positions.bare(name, value);
            positions.inText(rest, SAYS_IMAGE.matcher(name).matches());
        }
        return positions.found;
    }

    /** The hosts in a command, given as its separate words or scripts. */
    public static Set<NamedHost> inCommand(List<String> command) {
        HostPositions positions = new HostPositions();
        List<String> words = new ArrayList<>();
        for (String item : command) {
            String code = COMMENT.matcher(item).replaceAll("");
            String rest = positions.urls(code);
            if (!JSON.matcher(code).matches()) {
                positions.inText(rest, !words.isEmpty() && SAYS_IMAGE.matcher(words.getLast()).matches());
                words.addAll(List.of(WORD_BREAK.split(rest.strip())));
            }
        }
        positions.words(words);
        return positions.found;
    }

    /** The hosts that a text names as a URL or before a port, whatever else it says. */
    public static Set<NamedHost> inText(String text) {
        HostPositions positions = new HostPositions();
        positions.hostsAndPorts(positions.urls(COMMENT.matcher(text).replaceAll("")), false);
        return positions.found;
    }

    /** Whether a setting's name says that its value is a host. */
    public static boolean saysHost(String name) {
        return SAYS_HOST.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    private static boolean isNoProxy(String name) {
        return name.equalsIgnoreCase("NO_PROXY");
    }

    private void bare(String name, String value) {
        if (saysHost(name) && HOST_NAME.matcher(value.strip()).matches()) {
            add(value.strip(), null, Form.SETTING);
        }
    }

    /** Takes the hosts of all URLs, and answers the text without them. */
    private String urls(String text) {
        StringBuilder rest = new StringBuilder();
        Matcher url = URL.matcher(text);
        int end = 0;
        while (url.find()) {
            rest.append(text, end, url.start()).append("\u0001/");
            end = url.end();
            url(text, url);
            if (url.group(3).isEmpty()) {
                end = skipPath(text, end);
            }
        }
        return rest.append(text, end, text.length()).toString();
    }

    private void url(String text, MatchResult url) {
        String scheme = url.group(1).substring(url.group(1).lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (NO_HOST_SCHEMES.contains(scheme)) {
            return;
        }
        String authority = url.group(3);
        if (authority.isEmpty() && IN_PATH_SCHEMES.contains(scheme)) {
            authority = text.substring(url.end(), skipPath(text, url.end()));
        }
        for (String host : authority.substring(authority.lastIndexOf('@') + 1).split(",")) {
            Matcher parts = AUTHORITY.matcher(host);
            if (parts.matches()) {
                add(parts.group(1), parts.group(2), Form.URL);
            }
        }
    }

    private static int skipPath(String text, int from) {
        int end = from;
        while (end < text.length() && " \t\r\n\"'`,;/".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void inText(String text, boolean image) {
        hostsAndPorts(text, image);
        settings(text);
        WRAPPED.matcher(text).results().forEach(result -> add(result.group(1), null, Form.SETTING));
    }

    private void hostsAndPorts(String text, boolean image) {
        HOST_AND_PORT.matcher(text).results().filter(result -> !image && !isOwnerOrImage(text, result.start()))
                .forEach(result -> add(result.group(1), result.group(2), Form.HOST_AND_PORT));
    }

    /** {@code chown mysql:999}, {@code --user=app:1000} and {@code --image=redis:7} look like hosts and are none. */
    private static boolean isOwnerOrImage(String text, int at) {
        String before = text.substring(Math.max(0, at - 60), at).stripTrailing();
        return before.matches("(?s).*(\\bchown(\\s+-\\S+)*|\\bdocker run.*|(image|user|owner|chown|tag)=?)");
    }

    private void settings(String text) {
        SETTING.matcher(text).results().filter(result -> saysHost(result.group(1)))
                .forEach(result -> add(result.group(2), null, Form.SETTING));
    }

    private void words(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i);
            String next = words.get(i + 1);
            if (HOST_NAME.matcher(word).matches() && next.matches("\\d{1,5}")) {
                add(word, next, Form.WORDS);
            }
            if (isHostFlag(word) && HOST_NAME.matcher(next).matches()) {
                add(next, null, Form.WORDS);
            }
        }
        words.stream().filter(word -> word.matches("-h" + NAME))
                .forEach(word -> add(word.substring(2), null, Form.WORDS));
    }

    private static boolean isHostFlag(String word) {
        return word.equals("-h") || word.matches("--?[a-zA-Z][\\w.-]*") && saysHost(word);
    }

    private void add(String name, @Nullable String port, Form form) {
        String host = name.toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean hasLetter = host.chars().anyMatch(Character::isLetter);
        Integer number = port == null || !port.matches("\\d+") ? null : Integer.valueOf(port);
        boolean valid = number == null || number > 0 && number < 65536;
        if (valid && !host.contains("..") && (hasLetter || form == Form.URL || form == Form.SETTING)) {
            found.add(new NamedHost(host, number, form));
        }
    }
}
