package dev.tare.intake.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static MalformedText refused(String text) {
        return Assertions.assertTimeoutPreemptively(SOON,
                () -> Assertions.assertThrows(MalformedText.class, () -> Trees.read(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "{\"a\":", "{a: ", "- " })
    void refusesAHundredThousandLevels(String level) {
        assertThat(refused(level.repeat(100_000)).expected()).contains("500 levels");
    }

    @Test
    void refusesDeepIndentation() {
        String text = IntStream.range(0, 2_000).mapToObj(depth -> " ".repeat(depth) + "a:\n")
                .collect(Collectors.joining());
        assertThat(refused(text).line()).isEqualTo(501);
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, alias))));
        }
        MalformedText refused = refused(text.toString());
        assertThat(refused.expected()).contains("aliases written out");
        assertThat(refused.line()).isEqualTo(7);
    }

    @Test
    void refusesMergesThatMultiply() {
        StringBuilder text = new StringBuilder("a0: &a0 {k: [x, x, x, x, x, x, x, x, x, x]}\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%1$d: &a%1$d {<<: [*a%2$d, *a%2$d], k%1$d: *a%2$d}\n".formatted(i, i - 1));
        }
        assertThat(refused(text.toString()).expected()).contains("aliases written out");
    }

    @Test
    void keepsManyAliasesThatDoNot() {
        String text = "shared: &s {a: 1}\nuses:\n" + "- *s\n".repeat(1_000);
        assertThat(Trees.read(text).getFirst().at("uses").items()).hasSize(1_000)
                .allSatisfy(use -> assertThat(use.value("a")).contains("1"));
    }

    @Test
    void readsALongFileSoon() {
        String one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n  text: |\n"
                + "    a line of text\n".repeat(20) + "---\n";
        String text = one.repeat(5_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> assertThat(Trees.read(text)).hasSizeGreaterThanOrEqualTo(5_000));
    }

    @Test
    void readsHugeScalarsSoon() {
        String quoted = "a: \"" + "x".repeat(10_000_000) + "\"\nb: 1";
        String plain = "a: " + "é".repeat(10_000_000) + "\nb: 1";
        String block = "a: |\n  " + "\uD83D\uDE00".repeat(5_000_000) + "\nb: 1";
        for (String text : List.of(quoted, plain, block)) {
            Tree tree = Assertions.assertTimeoutPreemptively(SOON, () -> Trees.read(text).getFirst());
            assertThat(tree.value("b")).contains("1");
            assertThat(tree.at("b").line()).isEqualTo(text == block ? 3 : 2);
            assertThat(tree.value("a").orElseThrow()).hasSize(text == block ? 10_000_001 : 10_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x80, 0xFFFE, 0xD800 })
    void refusesWhatCannotBePrinted(int character) {
        assertThat(refused("a: 1\nb: " + (char) character).line()).isEqualTo(2);
    }

    @Test
    void knowsNullFromText() {
        Tree tree = Trees.read("a: null\nb: 'null'\nc:\nd: ''\ne: ~\nf: !!str null").getFirst();
        assertThat(tree.value("a")).isEmpty();
        assertThat(tree.value("b")).contains("null");
        assertThat(tree.value("c")).isEmpty();
        assertThat(tree.value("d")).contains("");
        assertThat(tree.value("e")).isEmpty();
        assertThat(tree.value("f")).contains("null");
        Tree json = Trees.read("{\"a\": null, \"b\": \"null\", \"c\": 1.50, \"d\": true}").getFirst();
        assertThat(json.value("a")).isEmpty();
        assertThat(json.value("b")).contains("null");
        assertThat(json.value("c")).contains("1.50");
        assertThat(json.value("d")).contains("true");
    }

    @Test
    void namesThePlaceOfAKeyGivenTwice() {
        MalformedText refused = refused("a:\n  b:\n  - c: 1\n  - c: 1\n    c: 2\n");
        assertThat(refused.path()).isEqualTo("a.b[1].c");
        assertThat(refused.line()).isEqualTo(5);
    }

    @Test
    void lifelessDocumentsAreNothing() {
        assertThat(Trees.read("---\n---\n# only words\n---\na: 1\n...\n"))
                .filteredOn(tree -> !tree.isNothing()).hasSize(1);
        assertThat(Trees.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
    void readsTextWithAByteOrderMark(String charset) {
        assertThat(Text.of("\uFEFFname: Käse".getBytes(Charset.forName(charset)))).isEqualTo("name: Käse");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> Text.of("name: K\u00E4se\nnext: 1".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(MalformedText.class, refused -> assertThat(refused.line()).isEqualTo(1));
        assertThatThrownBy(() -> Text.of(new byte[]{ 'a', '\n', 0, 1, 2 })).isInstanceOfSatisfying(MalformedText.class,
                refused -> assertThat(refused.line()).isEqualTo(2)).hasMessageContaining("binary");
    }
}
