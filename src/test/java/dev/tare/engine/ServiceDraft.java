package dev.tare.engine;

import dev.tare.engine.Service.Isolation;
import dev.tare.engine.Service.Layer;
import dev.tare.engine.Service.Role;
import dev.tare.engine.Service.Sidecar;
import java.util.ArrayList;
import java.util.List;

/** A service to weigh in a test, stated field by field; what is not called is not stated. */
public final class ServiceDraft {
    private final String name;
    private String team = "";
    private int runtime;
    private double replicas = Double.NaN;
    private double cpuRequest = Double.NaN;
    private double cpuUsed = Double.NaN;
    private double memoryRequest = Double.NaN;
    private double memoryUsed = Double.NaN;
    private double workP50 = Double.NaN;
    private double workP99 = Double.NaN;
    private double image = Double.NaN;
    private double payload = Double.NaN;
    private double deploys = Double.NaN;
    private double logBytes = Double.NaN;
    private double series = Double.NaN;
    private double peakToMean = Double.NaN;
    private boolean pinned;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Sidecar> sidecars = new ArrayList<>();

    private ServiceDraft(String name) {
        this.name = name;
    }

    public static ServiceDraft service(String name) {
        return new ServiceDraft(name);
    }

    public ServiceDraft team(String owner) {
        team = owner;
        return this;
    }

    public ServiceDraft runtime(int position) {
        runtime = position;
        return this;
    }

    public ServiceDraft replicas(double count) {
        replicas = count;
        return this;
    }

    public ServiceDraft cpu(double request, double used) {
        cpuRequest = request;
        cpuUsed = used;
        return this;
    }

    public ServiceDraft memory(double request, double used) {
        memoryRequest = request;
        memoryUsed = used;
        return this;
    }

    public ServiceDraft work(double p50, double p99) {
        workP50 = p50;
        workP99 = p99;
        return this;
    }

    public ServiceDraft image(double compressed, double payloadBytes) {
        image = compressed;
        payload = payloadBytes;
        return this;
    }

    public ServiceDraft payload(double bytes) {
        payload = bytes;
        return this;
    }

    public ServiceDraft layer(String digest, double bytes) {
        layers.add(new Layer(digest, bytes));
        return this;
    }

    public ServiceDraft deploys(double perMonth) {
        deploys = perMonth;
        return this;
    }

    public ServiceDraft logs(double bytesPerRequest) {
        logBytes = bytesPerRequest;
        return this;
    }

    public ServiceDraft series(double count) {
        series = count;
        return this;
    }

    public ServiceDraft peakToMean(double factor) {
        peakToMean = factor;
        return this;
    }

    public ServiceDraft pinned() {
        pinned = true;
        return this;
    }

    public ServiceDraft sidecar(String sidecar, Role role, double cpu, double memory) {
        sidecars.add(new Sidecar(sidecar, role, cpu, memory));
        return this;
    }

    public Service done() {
        return new Service(name, team, runtime, replicas, cpuRequest, cpuUsed, memoryRequest, memoryUsed, workP50,
                workP99, image, Double.NaN, layers, payload, deploys, logBytes, series, peakToMean, Isolation.NONE,
                pinned, sidecars);
    }
}
