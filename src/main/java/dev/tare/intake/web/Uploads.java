package dev.tare.intake.web;

import dev.tare.intake.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/** The files of a request. Their bytes stay where the server spooled them until somebody reads them. */
final class Uploads {
    private static final String PASTED = "pasted text";

    private Uploads() {}

    /** Files, and what was pasted beside them. */
    static List<Upload> of(List<MultipartFile> files, String pasted) {
        List<Upload> uploads = new ArrayList<>(of(files));
        if (!pasted.isBlank()) {
            uploads.add(Upload.of(PASTED, pasted));
        }
        return uploads;
    }

    static List<Upload> of(List<MultipartFile> files) {
        Map<String, Integer> named = new HashMap<>();
        return files.stream().filter(file -> !isNoChoice(file)).map(Uploads::of)
                .map(file -> distinct(file, named.merge(file.name(), 1, Integer::sum))).toList();
    }

    /** Two files of one name come from two folders; which ones is not said, so they are numbered. */
    private static Upload distinct(Upload file, int count) {
        return count == 1 ? file : new Upload(count + "/" + file.name(), file.size(), file.content());
    }

    /** A browser sends an empty part for a file field in which nothing was chosen. */
    private static boolean isNoChoice(MultipartFile file) {
        return file.isEmpty() && Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty();
    }

    private static Upload of(MultipartFile file) {
        String path = Objects.requireNonNullElse(file.getOriginalFilename(), "").replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new Upload(name.isBlank() ? "upload" : name, file.getSize(), file::getInputStream);
    }
}
