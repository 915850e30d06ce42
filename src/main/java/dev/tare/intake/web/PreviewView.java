package dev.tare.intake.web;

import dev.tare.estate.EstateDocument;
import dev.tare.estate.EstateDocument.Entry;
import dev.tare.estate.EstateDocument.External;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.intake.FileRead;
import dev.tare.intake.Finding;
import dev.tare.intake.Finding.Severity;
import dev.tare.intake.Merged.Item;
import dev.tare.intake.Preview;
import dev.tare.intake.Preview.FoundCall;
import dev.tare.intake.names.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an import would change, laid out for the page that asks for a decision. */
record PreviewView(String slug, UUID id, long version, boolean stale, List<FileRead> files, List<FoundCall> calls,
        List<Service> newServices, List<Item> changed, List<Item> unchanged, List<String> entries,
        List<External> external, List<String> teams, String today, String summary, boolean changesNothing,
        List<Group> findings, List<BillView> bills, String rules, List<String> services, List<Proposal> alike,
        boolean speaksOfCalls) {

    /** Findings of one kind; they fold together when there are many. */
    record Group(Severity severity, String code, List<Finding> findings) {
        /** Whether it is better folded. */
        public boolean isLong() {
            return findings.size() > 2;
        }
    }

    /** Bills in another currency than the estate's. */
    public List<BillView> leftOut() {
        return bills.stream().filter(bill -> !bill.applied()).toList();
    }

    /** How many of the calls are calls, and not start-up order. */
    public long callsOnly() {
        return calls.stream().filter(call -> call.kind().equals("call")).count();
    }

    static PreviewView of(Preview preview, boolean stale) {
        EstateDocument document = preview.merged().document();
        Set<String> added = names(preview, "service");
        Set<String> entries = names(preview, "entry");
        Set<String> hosts = names(preview, "external");
        return new PreviewView(preview.estate().slug(), preview.id(), preview.estate().version(), stale,
                preview.draft().files(), callsFirst(preview),
                document.services().stream().filter(service -> added.contains(service.name())).toList(),
                preview.merged().changed(), preview.merged().unchanged(),
                document.entries().stream().map(Entry::service).filter(entries::contains).toList(),
                document.external().stream().filter(external -> hosts.contains(external.host())).toList(),
                names(preview, "team").stream().sorted().toList(),
                String.join(", ", names(preview, "today")), summary(preview), preview.merged().changesNothing(),
                findings(preview), preview.bills().stream().map(BillView::of).toList(),
                CostRules.text(preview.rules()), document.services().stream().map(Service::name).sorted().toList(),
                preview.alike(),
                speaksOfCalls(preview));
    }

    /** Bills and descriptions of images cannot name calls, so that none is no news. */
    private static boolean speaksOfCalls(Preview preview) {
        EstateDocument read = preview.draft().document();
        return !read.calls().isEmpty() || read.services().stream().anyMatch(service -> !"image".equals(service.kind()));
    }

    /** Calls, then what is only start-up order. */
    private static List<FoundCall> callsFirst(Preview preview) {
        return preview.calls().stream().sorted(Comparator.comparing(call -> !call.kind().equals("call"))).toList();
    }

    private static Set<String> names(Preview preview, String kind) {
        return preview.merged().added().stream().filter(item -> item.kind().equals(kind)).map(Item::name)
                .collect(Collectors.toSet());
    }

    private static String summary(Preview preview) {
        List<String> parts = new ArrayList<>();
        parts.add(counted(names(preview, "service").size(), "service"));
        parts.add(counted(names(preview, "call").size(), "call"));
        return String.join(" and ", parts) + " added, " + preview.merged().changed().size() + " changed, "
                + preview.merged().unchanged().size() + " unchanged";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<Group> findings(Preview preview) {
        List<Finding> all = new ArrayList<>(preview.merged().findings());
        all.addAll(preview.draft().findings());
        Map<String, List<Finding>> codes = all.stream()
                .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
        return codes.entrySet().stream()
                .map(code -> new Group(code.getValue().getFirst().severity(), code.getKey(), code.getValue()))
                .sorted(Comparator.comparing(Group::severity).reversed()).toList();
    }
}
