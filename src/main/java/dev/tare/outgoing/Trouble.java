package dev.tare.outgoing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Says in plain words why a system did not give what was asked. */
public final class Trouble {
    private Trouble() {}

    /** What was expected of an address, and what came. */
    static NotReached of(URI uri, String expected, String found) {
        return NotReached.at(shown(uri), expected, found);
    }

    /** Why no answer came. */
    static NotReached of(URI uri, IOException e, Limits limits) {
        String port = uri.getHost() + (uri.getPort() < 0 ? "" : " port " + uri.getPort());
        NotReached failed = switch (e) {
            case Outgoing.TooMuch tooMuch -> tooMuch.failed();
            case UnknownHostException unknown -> of(uri, "a host that is known", "no address for " + uri.getHost());
            case ConnectTimeoutException slow -> of(uri, "a connection within " + Outgoing.seconds(limits.connect()),
                    "nothing answers at " + port);
            case ConnectException refused -> of(uri, "a system that answers", "nothing listens at " + port);
            case SocketTimeoutException slow -> of(uri, "an answer within " + Outgoing.seconds(limits.read()),
                    "silence");
            case SSLException tls -> of(uri, "a connection over TLS that can be trusted", plain(tls));
            default -> of(uri, "an answer over HTTP", plain(e));
        };
        if (failed.getCause() == null) {
            failed.initCause(e);
        }
        return failed;
    }

    private static String plain(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** An address without its query, which may hold what is nobody's business, and without a user. */
    public static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (uri.getRawPath() == null || uri.getRawPath().equals("/") ? "" : uri.getRawPath());
    }
}
