package dev.tare.intake;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.ImportFailed.Reason;
import dev.tare.intake.Progress.Stage;
import dev.tare.intake.cost.Ledger;
import dev.tare.site.Invalid.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads files of any known format into one draft. Refuses as a whole or reads; applies nothing. */
@Component
public final class Intake {
    /** Lets each file's content say what it is. */
    public static final String AUTO = "auto";

    private final List<FormatReader> readers;

    Intake(List<FormatReader> readers) {
        this.readers = readers.stream().sorted(Comparator.comparing(FormatReader::format)).toList();
    }

    /** The formats that can be asked for by name, besides {@link #AUTO}. */
    public List<String> formats() {
        return readers.stream().map(FormatReader::format).toList();
    }

    /** Who reads what, by the format's name. */
    public List<FormatReader> readers() {
        return readers;
    }

    /** Reads files of a format ({@link #AUTO} or one of {@link #formats()}) about which nobody said anything. */
    public Draft read(List<Upload> uploads, String format) {
        return read(Handover.of(uploads, format));
    }

    /** Reads what was handed over; archives are opened. */
    public Draft read(Handover handover) {
        List<Upload> uploads = handover.uploads();
        if (uploads.isEmpty()) {
            throw ImportFailed.at("upload", null, null, "at least one file", "none");
        }
        Predicate<FormatReader> asked = asked(handover.format());
        try (Archives archives = new Archives()) {
            List<Upload> files = uploads.stream()
                    .flatMap(upload -> opened(archives, upload, handover.progress())).toList();
            Map<FormatReader, List<Upload>> sorted = sort(files, handover.format(), asked);
            if (sorted.isEmpty()) {
                throw Unknown.refuse(uploads.getFirst().name(), files, readers);
            }
            return read(files, sorted, handover.answers(), archives.shut());
        } catch (IOException e) {
            throw ImportFailed.unreadable(uploads.getFirst().name(), e);
        }
    }

    private static Stream<Upload> opened(Archives archives, Upload upload, Progress progress) {
        Upload packed = upload.watched(Stage.UNPACKING, progress);
        return archives.open(packed).stream()
                .map(file -> (file == packed ? upload : file).watched(Stage.READING, progress));
    }

    private Predicate<FormatReader> asked(String format) {
        if (!format.equals(AUTO) && !formats().contains(format)) {
            throw new ImportFailed(Reason.UNKNOWN_FORMAT, List.of(new Problem("format", null, null,
                    AUTO + ", " + String.join(", ", formats()), "\"" + format + "\"")));
        }
        return reader -> format.equals(AUTO) || reader.format().equals(format);
    }

    private Map<FormatReader, List<Upload>> sort(List<Upload> files, String format, Predicate<FormatReader> asked) {
        Map<FormatReader, List<Upload>> sorted = new LinkedHashMap<>();
        for (Upload file : files) {
            readerOf(file, format, asked).ifPresent(
                    reader -> sorted.computeIfAbsent(reader, one -> new ArrayList<>()).add(file));
        }
        return sorted;
    }

    private Optional<FormatReader> readerOf(Upload file, String format, Predicate<FormatReader> asked) {
        Sample sample = Sample.of(file);
        return readers.stream().filter(asked).filter(reader -> !format.equals(AUTO) || reader.recognises(sample))
                .findFirst();
    }

    private Draft read(List<Upload> files, Map<FormatReader, List<Upload>> sorted, Answers answers,
            List<String> shut) {
        List<Upload> unknown = files.stream()
                .filter(file -> sorted.values().stream().noneMatch(known -> known.contains(file))).toList();
        EstateDocument document = EstateDocument.named("");
        List<Service> images = new ArrayList<>();
        List<FileRead> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Ledger> bills = new ArrayList<>();
        for (Map.Entry<FormatReader, List<Upload>> one : sorted.entrySet()) {
            Draft draft = one.getKey().read(one.getValue(), answers);
            document = Merge.into(document, withoutImages(draft.document(), images)).document();
            read.addAll(draft.files());
            findings.addAll(draft.findings());
            bills.addAll(draft.bills());
        }
        findings.addAll(LeftOut.findings(unknown, shut));
        return new Draft(document.withServices(Stream.concat(document.services().stream(), images.stream()).toList()),
                read, findings, bills);
    }

    /** Images wait until all services are known. */
    private static EstateDocument withoutImages(EstateDocument draft, List<Service> images) {
        draft.services().stream().filter(Images::isImage).forEach(images::add);
        return draft.withServices(draft.services().stream().filter(service -> !Images.isImage(service)).toList());
    }
}
