package dev.tare.estate.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes when a part is deleted.
 *
 * @param goes  what else goes with it
 * @param stays a sentence about what stays
 */
record DeleteView(String word, String name, String here, String back, List<String> goes, String stays, String section) {
    static DeleteView of(String slug, Part part, String name, EstateDocument document) {
        boolean service = part instanceof ServicePart;
        return new DeleteView(part.word(), name, Addresses.of(slug, part.list(), name, "delete"),
                Addresses.of(slug, part.home()), service ? goesWith(document, name) : List.of(),
                stays(part.list(), document, name), part.home());
    }

    private static String stays(String list, EstateDocument document, String name) {
        return switch (list) {
            case "teams" -> owned(document, name);
            case "entries" -> "The service itself stays.";
            case "shapes" -> "Links that hold the whole shape still work; those that name it no longer do.";
            case "locks" -> "Both services stay; advice may merge or split them again.";
            default -> "";
        };
    }

    private static List<String> goesWith(EstateDocument document, String name) {
        List<String> goes = new ArrayList<>();
        for (Call call : document.calls()) {
            if (call.from().equals(name) || call.to().equals(name)) {
                goes.add("the call " + call.from() + " → " + call.to());
            }
        }
        document.entries().stream().filter(entry -> entry.service().equals(name))
                .forEach(_ -> goes.add("its entry point"));
        document.external().stream().filter(external -> external.from().contains(name))
                .forEach(external -> goes.add("its mention at " + external.host()));
        document.locks().stream().filter(lock -> lock.names(name))
                .forEach(lock -> goes.add("the lock that keeps " + lock.name() + " " + lock.keep()));
        return goes;
    }

    private static String owned(EstateDocument document, String team) {
        long services = document.services().stream().filter(service -> team.equals(service.team())).count();
        return services == 0
                ? "It owns no service."
                : "Its services (" + services + ") stay, owned by nobody.";
    }
}
