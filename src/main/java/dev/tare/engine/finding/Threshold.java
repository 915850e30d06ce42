package dev.tare.engine.finding;

/** From which figure on a pattern is worth naming: assumptions like all others, with their sources in the catalogue. */
public enum Threshold {
    /** Containers for each thing deployed. */
    CONTAINERS("finding.containers_per_thing"),
    /** Watching over working, both in money. */
    WATCHING("finding.watching_over_work"),
    /** Calls in a row, each waiting for the next. */
    CHAIN("finding.chain"),
    /** Services that are released together. */
    LOCKSTEP("finding.lockstep_services"),
    /** Calls of one kind for each request. */
    CHATTY("finding.calls_per_request"),
    /** Share of an image that is not the application. */
    GOLF("finding.image_not_payload"),
    /** Days since an image was built. */
    AGE("finding.image_age"),
    /** Share of a request that is used. */
    USED("finding.used_of_request"),
    /** Services from which on a mesh is not called small. */
    MESH("finding.mesh_services"),
    /** Services that stand on one layer. */
    REACH("finding.layer_reach"),
    /** Units for each team. */
    UNITS("finding.units_per_team"),
    /** Share of remote calls that stay inside a team. */
    WITHIN("finding.calls_within_team"),
    /** Handing out files from a place made for it. */
    STATIC_HOSTING("finding.static_hosting");

    private final String key;

    Threshold(String key) {
        this.key = key;
    }

    /** The assumption it is. */
    public String key() {
        return key;
    }
}
