package dev.tare.estate;

import dev.tare.estate.EstateDocument.Cost;
import dev.tare.estate.EstateDocument.Image;
import dev.tare.estate.EstateDocument.Layer;
import dev.tare.estate.EstateDocument.Load;
import dev.tare.estate.EstateDocument.Resource;
import dev.tare.estate.EstateDocument.Runtime;
import dev.tare.estate.EstateDocument.Service;
import dev.tare.estate.EstateDocument.Sidecar;
import dev.tare.estate.EstateDocument.Work;
import org.jspecify.annotations.Nullable;

/** What one service must be. */
record ServiceCheck(Checks checks, At at) {
    void check(Service service) {
        checks.name(at.field("name"), service.name());
        checks.texts(at, "aliases", service.aliases());
        if (service.team() != null) {
            checks.name(at.field("team"), service.team());
        }
        checks.text(at.field("kind"), service.kind());
        checks.text(at.field("namespace"), service.namespace());
        runtime(service.runtime());
        number("replicas", service.replicas());
        resource(at.field("cpu"), service.cpu());
        resource(at.field("memory"), service.memory());
        image(at.field("image"), service.image());
        number("payloadBytes", service.payloadBytes());
        work(at.field("workMs"), service.workMs());
        number("deploysPerMonth", service.deploysPerMonth());
        checks.texts(at, "dataStores", service.dataStores());
        checks.oneOf(at.field("isolation"), service.isolation(), Terms.ISOLATION);
        load(at.field("load"), service.load());
        number("logBytesPerRequest", service.logBytesPerRequest());
        number("metricSeries", service.metricSeries());
        DocumentCheck.each(at, "sidecars", service.sidecars(), this::sidecar);
        DocumentCheck.each(at, "costs", service.costs(), this::cost);
        DocumentCheck.each(at, "provenance", service.provenance(),
                (place, one) -> DocumentCheck.provenance(checks, place, one));
    }

    private void number(String field, @Nullable Double number) {
        checks.number(at.field(field), number);
    }

    private void runtime(@Nullable Runtime runtime) {
        if (runtime != null) {
            checks.text(at.field("runtime").field("language"), runtime.language());
            checks.text(at.field("runtime").field("version"), runtime.version());
        }
    }

    private void resource(At place, @Nullable Resource resource) {
        if (resource != null) {
            checks.number(place.field("request"), resource.request());
            checks.number(place.field("limit"), resource.limit());
            checks.number(place.field("used"), resource.used());
        }
    }

    private void image(At place, @Nullable Image image) {
        if (image == null) {
            return;
        }
        checks.text(place.field("reference"), image.reference());
        checks.text(place.field("digest"), image.digest());
        checks.number(place.field("compressedBytes"), image.compressedBytes());
        checks.number(place.field("unpackedBytes"), image.unpackedBytes());
        DocumentCheck.each(place, "layers", image.layers(), this::layer);
        checks.count(place.field("packages"), image.packages());
        checks.count(place.field("vulnerabilities"), image.vulnerabilities());
        checks.texts(place, "components", image.components());
    }

    private void layer(At place, Layer layer) {
        checks.name(place.field("digest"), layer.digest());
        checks.number(place.field("bytes"), layer.bytes());
    }

    private void work(At place, @Nullable Work work) {
        if (work != null) {
            checks.number(place.field("p50"), work.p50());
            checks.number(place.field("p99"), work.p99());
            checks.rising(place.field("p99"), work.p50(), work.p99(), "not less than p50");
        }
    }

    private void load(At place, @Nullable Load load) {
        if (load != null) {
            checks.oneOf(place.field("kind"), load.kind(), Terms.LOAD);
            checks.number(place.field("peakToMean"), load.peakToMean());
        }
    }

    private void sidecar(At place, Sidecar sidecar) {
        checks.name(place.field("name"), sidecar.name());
        checks.oneOf(place.field("role"), sidecar.role(), Terms.ROLE);
        checks.text(place.field("image"), sidecar.image());
        resource(place.field("cpu"), sidecar.cpu());
        resource(place.field("memory"), sidecar.memory());
    }

    private void cost(At place, Cost cost) {
        checks.text(place.field("category"), cost.category());
        checks.amount(place.field("monthly"), cost.monthly());
        checks.text(place.field("source"), cost.source());
    }
}
