package io.lyncwatch.agent.kit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one dashboard leads to others: what the reader chose goes along.
 *
 * @param selectors what can be chosen where the link is
 */
record DashboardLinks(Selectors selectors) {
  /** Grafana's own, which stands for what a reader chose from a variable. */
  private static final String CHOSEN = "${%s:queryparam}";

  /** A link of a panel or a column, which names either an address or a dashboard. */
  ObjectNode json(JsonNode said) {
    ObjectNode link = JsonNodeFactory.instance.objectNode();
    said.propertyStream()
        .filter(property -> !List.of("dashboard", "domain").contains(property.getKey()))
        .forEach(property -> link.set(property.getKey(), property.getValue()));
    if (said.has("dashboard")) {
      List<String> parameters = parametersOf(said.required("dashboard").asString());
      if (said.has("domain")) {
        parameters.add("var-domain=" + said.required("domain").asString());
      }
      parameters.add("${__url_time_range}");
      link.put("url", address(said.required("dashboard").asString(), parameters));
    }
    return link;
  }

  /** Where a dashboard is, with what the reader chose. */
  String to(String dashboard) {
    return address(dashboard, parametersOf(dashboard));
  }

  private static String address(String dashboard, List<String> parameters) {
    String uid = Kit.dashboardSource(dashboard).required("uid").asString();
    return "/d/" + uid + "?" + String.join("&", parameters);
  }

  /** Where one domain has to be chosen, several are no choice; what has none is not asked. */
  private List<String> parametersOf(String dashboard) {
    boolean several = Kit.dashboardSource(dashboard).path("domain").asString("").equals("several");
    List<String> parameters = new ArrayList<>(List.of(CHOSEN.formatted("datasource")));
    selectors.variables().stream()
        .filter(variable -> several || !variable.equals("domain"))
        .map(CHOSEN::formatted)
        .forEach(parameters::add);
    return parameters;
  }
}
