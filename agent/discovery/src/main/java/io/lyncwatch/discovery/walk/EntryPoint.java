package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.Endpoint;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import io.lyncwatch.discovery.report.MetEndpoint;
import io.lyncwatch.discovery.report.Side;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One way into the service. */
public sealed interface EntryPoint {
  /** Where the service itself is on every server; web servers lead clients there from {@code /}. */
  String SERVICE = "/Autodiscover/AutodiscoverService.svc/root";

  /** The port of https where a URL names none. */
  int HTTPS = 443;

  /** The word for it in metrics. */
  String label();

  /** For clients on which side it is meant. */
  Side side();

  /** The name that clients look up. */
  String host();

  /** Where it takes connections over https. */
  default Endpoint endpoint() {
    return new Endpoint(host(), HTTPS);
  }

  /** The schemes by which clients come in here, in the order in which they ask. */
  default List<String> schemes() {
    return List.of("http", "https");
  }

  /** As what walks come to it. */
  default MetEndpoint.Role role() {
    return MetEndpoint.Role.AUTODISCOVER;
  }

  /** What a client asks there first, with its address if it has one ([MS-OCDISCWS] 3.1.5.2). */
  URI url(String scheme, Optional<SignInAddress> address);

  /**
   * Where the service itself is, if that is another place than {@link #url}: the web server should
   * lead clients there.
   */
  default Optional<URI> service(String scheme) {
    return Optional.empty();
  }

  /** A discovery record of a SIP domain, asked over both schemes. */
  record Published(DiscoveryRecord record, SipDomain domain) implements EntryPoint {
    @Override
    public String label() {
      return record.label();
    }

    @Override
    public Side side() {
      return switch (record) {
        case LYNCDISCOVERINTERNAL -> Side.INTERNAL;
        case LYNCDISCOVER -> Side.EXTERNAL;
      };
    }

    @Override
    public String host() {
      return domain.record(record);
    }

    @Override
    public MetEndpoint.Role role() {
      return MetEndpoint.Role.DISCOVERY_RECORD;
    }

    @Override
    public URI url(String scheme, Optional<SignInAddress> address) {
      return URI.create(scheme + "://" + host() + "/" + query(address));
    }

    @Override
    public Optional<URI> service(String scheme) {
      return Optional.of(URI.create(scheme + "://" + host() + SERVICE));
    }
  }

  /**
   * A URL that users type because their SIP domain has no discovery records. It is https only and
   * leads to the service itself, whatever its spelling.
   */
  record Manual(Side side, Endpoint endpoint) implements EntryPoint {
    @Override
    public String label() {
      return "manual_" + side.label();
    }

    @Override
    public String host() {
      return endpoint.host();
    }

    @Override
    public List<String> schemes() {
      return List.of("https");
    }

    @Override
    public URI url(String scheme, Optional<SignInAddress> address) {
      String port = endpoint.port() == HTTPS ? "" : ":" + endpoint.port();
      return URI.create(scheme + "://" + host() + port + SERVICE + query(address));
    }

    /** As it is shown to people. */
    @Override
    public String toString() {
      return url("https", Optional.empty()).toString();
    }
  }

  /** A pool or Director that is asked by its own web name, whether or not anything leads there. */
  record Pool(Side side, String host) implements EntryPoint {
    @Override
    public String label() {
      return host;
    }

    @Override
    public URI url(String scheme, Optional<SignInAddress> address) {
      return URI.create(scheme + "://" + host + SERVICE + query(address));
    }
  }

  /**
   * A machine behind the reverse proxy that is asked itself, as if the proxy did. Every connection
   * of the walk has to lead there.
   *
   * @param label the operator's word for it
   * @param host the name that the proxy would pass on
   */
  record Node(String label, String host) implements EntryPoint {
    @Override
    public Side side() {
      return Side.EXTERNAL;
    }

    @Override
    public URI url(String scheme, Optional<SignInAddress> address) {
      return URI.create(scheme + "://" + host + "/" + query(address));
    }

    @Override
    public Optional<URI> service(String scheme) {
      return Optional.of(URI.create(scheme + "://" + host + SERVICE));
    }
  }

  private static String query(Optional<SignInAddress> address) {
    return address.map(a -> "?sipuri=" + encoded(a.toString())).orElse("");
  }

  /** Only what would end or break the query: clients send the rest, also the @, as it is. */
  private static String encoded(String address) {
    StringBuilder text = new StringBuilder();
    address
        .codePoints()
        .forEach(c -> {
          if (c < 128 && (Character.isLetterOrDigit(c) || "@.-_~!$'()*,;:/?".indexOf(c) >= 0)) {
            text.appendCodePoint(c);
          } else {
            text.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8));
          }
        });
    return text.toString();
  }
}
