package dev.tare.intake.own;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateFormat;
import dev.tare.intake.Answers;
import dev.tare.intake.Draft;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.FormatReader;
import dev.tare.intake.ImportFailed;
import dev.tare.intake.Sample;
import dev.tare.intake.Upload;
import dev.tare.site.Invalid;
import dev.tare.site.Invalid.Problem;
import dev.tare.site.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads one estate document, as the export page and the API give it, into an estate that may hold more. */
@Component
final class OwnReader implements FormatReader {
    static final String FORMAT = "estate";

    private static final Pattern VERSION = Pattern.compile("(?m)^\\s*\\{?\\s*\"?tare\"?\\s*:\\s*[\"']?estate/");
    private static final int LONGEST = 64 * 1024 * 1024;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String title() {
        return "tare estate document";
    }

    @Override
    public String takes() {
        return "An estate as tare exports it, in JSON or YAML, one at a time; services, calls, entry points, teams and hosts "
                + "outside are joined into this estate.";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.has(VERSION);
    }

    @Override
    public Draft read(List<Upload> files, Answers answers) {
        Upload file = files.getFirst();
        if (files.size() > 1) {
            throw ImportFailed.at(files.get(1).name(), null, null, "one estate document at a time",
                    "a second, after " + file.name());
        }
        EstateDocument whole = document(file);
        if (!EstateDocument.VERSION.equals(whole.tare())) {
            throw ImportFailed.at(file.name(), null, "tare", EstateDocument.VERSION, String.valueOf(whole.tare()));
        }
        EstateDocument kept = whole.withCosts(List.of()).withShapes(List.of()).withLocks(List.of());
        return new Draft(kept, List.of(new FileRead(file.name(), FORMAT, whole.services().size())),
                leftOut(whole, file.name()));
    }

    private static EstateDocument document(Upload file) {
        if (file.size() > LONGEST) {
            throw ImportFailed.tooLarge(file.name(), "at most 64 MiB in one estate document");
        }
        EstateFormat format = new String(file.head(64), StandardCharsets.UTF_8).stripLeading()
                .startsWith("{") ? EstateFormat.JSON : EstateFormat.YAML;
        try (InputStream in = file.content().open()) {
            return format.read(in, EstateDocument.class);
        } catch (Invalid wrong) {
            throw refused(file, wrong.problems().getFirst(), wrong);
        } catch (Unreadable broken) {
            throw (ImportFailed) ImportFailed.at(file.name(), null, null, "readable " + format,
                    String.valueOf(broken.getMessage())).initCause(broken);
        } catch (IOException broken) {
            throw ImportFailed.unreadable(file.name(), broken);
        }
    }

    private static ImportFailed refused(Upload file, Problem problem, Invalid wrong) {
        return (ImportFailed) ImportFailed.at(file.name(), problem.line(), problem.path(), problem.expected(),
                Objects.requireNonNullElse(problem.found(), "something else")).initCause(wrong);
    }

    /** What belongs to the whole of an estate and is not joined into another. */
    private static List<Finding> leftOut(EstateDocument whole, String file) {
        List<String> parts = Stream.of(counted(whole.shapes().size(), "saved shape"),
                counted(whole.locks().size(), "lock"), counted(whole.costs().size(), "cost of the estate as a whole"))
                .filter(part -> !part.isEmpty()).toList();
        List<Finding> findings = new ArrayList<>();
        if (!parts.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, "left-out",
                    "Not taken from " + file + ": " + String.join(", ", parts) + ".",
                    "To have all of it, put the document in whole: POST it to /api/v1/estates."));
        }
        return findings;
    }

    private static String counted(int count, String what) {
        return count == 0
                ? ""
                : count + " " + (count == 1 ? what : what.replaceFirst("^(saved shape|lock|cost)", "$1s"));
    }
}
