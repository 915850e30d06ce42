package dev.tare.intake.cost;

import java.util.Locale;
import java.util.Set;

/** What money can be told by, besides tags. */
public final class Label {
    /** A workload or service by its own name. */
    public static final String NAME = "name";
    /** A namespace of Kubernetes. */
    public static final String NAMESPACE = "namespace";
    /** A resource's name or identifier. */
    public static final String RESOURCE = "resource";
    /** A group of resources. */
    public static final String GROUP = "group";
    /** What the provider sells. */
    public static final String PRODUCT = "product";
    /** An account, a subscription, a compartment. */
    public static final String ACCOUNT = "account";
    /** Before the key of a tag. */
    public static final String TAG = "tag:";

    private static final Set<String> TELLING = Set.of("app", "application", "applicationname", "appname", "appid",
            "service", "servicename", "component", "microservice", "workload", "deployment", "name", "k8sapp",
            "container", "containername", "controllername", "appkubernetesioname", "awseksdeployment",
            "awseksworkloadname",
            "kubernetesdeployment", "labelapp", "k8slabelapp");

    private Label() {}

    /** Whether a label, by its key, is usually set to say which program it is for. */
    static boolean tells(String label) {
        return label.equals(NAME) || label.startsWith(TAG)
                && TELLING.contains(label.substring(TAG.length()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
