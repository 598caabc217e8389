package io.lyncwatch.lab.ticket;

import io.lyncwatch.lab.web.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of a posted form; may hold a password. */
record Form(Map<String, String> parameters) {
  private static final String TYPE = "application/x-www-form-urlencoded";

  /** Empty if the request has another body, one that is malformed, or a parameter twice. */
  static Optional<Form> read(Request request) {
    boolean form =
        request
            .header("Content-Type")
            .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
            .isPresent();
    return form ? read(request.body()) : Optional.empty();
  }

  private static Optional<Form> read(String body) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : body.strip().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      try {
        String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        String value = parts.length == 2 ? parts[1] : "";
        if (parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException malformed) {
        return Optional.empty();
      }
    }
    return Optional.of(new Form(Map.copyOf(parameters)));
  }

  /** A parameter that is there and not empty. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** Without the values. */
  @Override
  public String toString() {
    return "form with " + parameters.keySet();
  }
}
