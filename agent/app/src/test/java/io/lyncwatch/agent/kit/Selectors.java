package io.lyncwatch.agent.kit;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the reader's choice decide what a query reads: each metric is asked for by every variable of
 * the dashboard that it has as a label, unless the query says itself what that label shall be. What
 * is told of an endpoint or its certificate has no domain: it is asked for by the domains that need
 * the endpoint, and one that none is known to need is never left out.
 *
 * @param variables their names, which are those of the labels
 */
record Selectors(List<String> variables) {
  private static final Pattern METRIC =
      Pattern.compile("\\b(lyncwatch_\\w+|jvm_\\w+|process_\\w+|up)\\b(?:\\{([^}]*)})?");

  /** The query with the choices in it. */
  String complete(String query) {
    return METRIC.matcher(query).replaceAll(metric -> Matcher.quoteReplacement(complete(metric)));
  }

  private String complete(MatchResult metric) {
    Set<String> labels = Promql.labelsOf(metric.group(1)).orElse(Promql.ADDED);
    String asked = asked(metric, labels);
    if (!variables.contains("domain") || labels.contains("domain")) {
      return asked;
    }
    if (labels.contains("endpoint")) {
      return both(asked, "endpoint", "lyncwatch_endpoint_info{domain=~\"|$domain\"}");
    }
    return labels.contains("sha256")
        ? both(asked, "sha256", "lyncwatch_certificate_info{position=\"leaf\"}")
        : asked;
  }

  private String both(String asked, String label, String needed) {
    return "(%s and on (vantage, view, %s) %s)".formatted(asked, label, complete(needed));
  }

  private String asked(MatchResult metric, Set<String> labels) {
    String said = metric.group(2) == null ? "" : metric.group(2);
    Stream<String> chosen =
        variables.stream()
            .filter(labels::contains)
            .filter(label -> !Pattern.compile("\\b" + label + "[=!]").matcher(said).find())
            .map(label -> label + "=~\"$" + label + '"');
    return Stream.concat(said.isEmpty() ? Stream.of() : Stream.of(said), chosen)
        .collect(Collectors.joining(", ", metric.group(1) + "{", "}"));
  }
}
