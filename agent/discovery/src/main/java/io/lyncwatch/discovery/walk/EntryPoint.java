package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.DiscoveryRecord;
import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.SipDomain;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One way into the service.
 *
 * @param host the discovery record's name in the SIP domain
 */
public record EntryPoint(DiscoveryRecord record, String host) {
  /** The entry point that a discovery record of a SIP domain is. */
  public static EntryPoint of(DiscoveryRecord record, SipDomain domain) {
    return new EntryPoint(record, domain.record(record));
  }

  /** The word for it in metrics. */
  public String label() {
    return record.label();
  }

  /** What a client asks there first, with its address if it has one ([MS-OCDISCWS] 3.1.5.2). */
  URI url(String scheme, Optional<SignInAddress> address) {
    String query = address.map(a -> "?sipuri=" + encoded(a.toString())).orElse("");
    return URI.create(scheme + "://" + host + "/" + query);
  }

  /**
   * The path of the service itself, to which the web server should lead a client from {@code /}.
   */
  URI service(String scheme) {
    return URI.create(scheme + "://" + host + "/Autodiscover/AutodiscoverService.svc/root");
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
