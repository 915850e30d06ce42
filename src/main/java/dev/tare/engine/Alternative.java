package dev.tare.engine;

/** Shapes one step away from today's; a step that today's shape does not allow is simply not there. */
public enum Alternative {
    /** The same without a mesh. */
    NO_MESH,
    /** The same with the mesh's proxies on nodes instead of beside replicas. */
    NODE_MESH,
    /** The same watched by an agent on each node. */
    NODE_AGENTS,
    /** The same watched by the operating system's own tools. */
    OS_TOOLS,
    /** The same on base images without a distribution in them. */
    SMALL_BASE,
    /** One process on rented servers, beside what has to stay apart. */
    ONE_SERVER,
    /** The same on a server one buys whole. */
    ONE_LARGE_SERVER
}
