package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One way into the service. */
public sealed interface EntryPoint {
  /** The path of the service itself. */
  String SERVICE = "/Autodiscover/AutodiscoverService.svc/root";

  /**
   * A discovery record.
   *
   * @param host its name in the SIP domain
   */
  record Discovery(DiscoveryRecord kind, String host) implements EntryPoint {
    @Override
    public String label() {
      return kind.label();
    }

    @Override
    public Optional<DiscoveryRecord> record() {
      return Optional.of(kind);
    }
  }

  /**
   * A pool or Director that is asked by its own name, whether or not anything leads there.
   *
   * @param host its internal or external web name
   */
  record Pool(String host) implements EntryPoint {
    @Override
    public String label() {
      return host;
    }

    @Override
    public String path() {
      return SERVICE;
    }
  }

  /**
   * A machine behind the reverse proxy that is asked itself, as if the proxy did. Every connection
   * of the walk has to lead there.
   *
   * @param label the operator's word for it
   * @param host the name that the proxy would pass on
   */
  record Node(String label, String host) implements EntryPoint {}

  /** The entry point that a discovery record of a SIP domain is. */
  static EntryPoint of(DiscoveryRecord record, SipDomain domain) {
    return new Discovery(record, domain.record(record));
  }

  /** The external site of a machine as clients of a SIP domain reach it through the proxy. */
  static EntryPoint node(String label, SipDomain domain) {
    return new Node(label, domain.record(DiscoveryRecord.LYNCDISCOVER));
  }

  /** The word for it in metrics. */
  String label();

  /** The name that clients ask. */
  String host();

  /** What clients ask there first. */
  default String path() {
    return "/";
  }

  /** The discovery record that it is, if it is one. */
  default Optional<DiscoveryRecord> record() {
    return Optional.empty();
  }

  /** What a client asks there first, with its address if it has one ([MS-OCDISCWS] 3.1.5.2). */
  default URI url(String scheme, Optional<SignInAddress> address) {
    String query = address.map(a -> "?sipuri=" + encoded(a.toString())).orElse("");
    return URI.create(scheme + "://" + host() + path() + query);
  }

  /**
   * The path of the service itself, to which the web server should lead a client from {@code /}.
   */
  default URI service(String scheme) {
    return URI.create(scheme + "://" + host() + SERVICE);
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
