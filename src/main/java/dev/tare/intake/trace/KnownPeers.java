package dev.tare.intake.trace;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells databases, caches and brokers by their names where a span says nothing but a name. */
final class KnownPeers {
    private static final String BEFORE = "(?:.*[-_./:@ ])?";
    private static final String AFTER = "(?:[-_./:@ 0-9].*)?";
    private static final Pattern STORES = Pattern.compile(BEFORE + "(?:my|no|ms|postgre)?sql(?:server)?" + AFTER + "|"
            + BEFORE
            + "(?:postgres|pg|mariadb|percona|oracle|db2|h2|sqlite|mongo|redis|valkey|keydb|memcached?|cassandra"
            + "|scylla|dynamo|elasticsearch|opensearch|solr|clickhouse|neo4j|couchbase|couch|influx|cockroach|etcd|hbase"
            + "|bigtable|spanner|firestore|cosmos|minio|s3|vitess|tidb|timescale|database|db|cache)(?:db)?" + AFTER
            + "|.*db");
    private static final Pattern BROKERS = Pattern.compile(BEFORE + "(?:kafka|rabbitmq|activemq|artemis|nats|pulsar|sqs"
            + "|sns|kinesis|eventhubs?|servicebus|pubsub|jms|mqtt|mosquitto|rocketmq|redpanda|amqp|zeromq|nsq)"
            + AFTER);

    private KnownPeers() {}

    /** What the span said, unless it said nothing and the name does. */
    static Peer of(String name, Peer said) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (said != Peer.HOST) {
            return said;
        }
        return BROKERS.matcher(lower).matches()
                ? Peer.BROKER
                : STORES.matcher(lower).matches() ? Peer.DATA_STORE : Peer.HOST;
    }
}
