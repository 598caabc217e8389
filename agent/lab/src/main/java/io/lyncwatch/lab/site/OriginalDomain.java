package io.lyncwatch.lab.site;

import io.lyncwatch.lab.web.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SIP domain that a client began with. Later hops have names in which it does not stand, so the
 * links of UCWA carry it on as a parameter.
 */
final class OriginalDomain {
  private static final Pattern RECORD = Pattern.compile("lyncdiscover(?:internal)?\\.(.+)");
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+");

  private OriginalDomain() {}

  /** By the parameter itself, the sign-in address, or the discovery record that was asked. */
  static Optional<String> of(Request request) {
    return Stream.of(
            parameter(request, "originaldomain"),
            parameter(request, "sipuri").map(uri -> uri.substring(uri.lastIndexOf('@') + 1)),
            Optional.of(RECORD.matcher(request.host()))
                .filter(Matcher::matches)
                .map(record -> record.group(1)))
        .flatMap(Optional::stream)
        .filter(domain -> HOST.matcher(domain).matches())
        .findFirst();
  }

  private static Optional<String> parameter(Request request, String name) {
    return Arrays.stream(request.query().toLowerCase(Locale.ROOT).split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }
}
