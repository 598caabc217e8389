package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.kit.ShownPanel.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ShownPanelTest {
  private static final Question UNNAMED = new Question("up", "");
  private static final Sample FIRST = new Sample(Map.of("view", "external", "name", "a"), "10");
  private static final Sample SECOND = new Sample(Map.of("view", "internal", "name", "b"), "9");

  private static ShownPanel panel(String json) {
    return new ShownPanel("Some", new JsonMapper().readTree(json));
  }

  @Test
  void legends_and_links_name_labels() {
    ShownPanel panel =
        panel(
            """
            {"type": "stat", "fieldConfig": {"defaults": {"links": [
              {"url": "/d/some?var-domain=${__field.labels.domain}&${view:queryparam}"}]}}}
            """);

    assertThat(panel.labelsNamed(new Question("up", "{{name}} ({{ view }})")))
        .containsExactly("domain", "name", "view");
    assertThat(panel.name(new Question("up", "{{name}} ({{ view }})"), FIRST))
        .isEqualTo("a (external)");
  }

  @Test
  void a_table_has_columns_and_the_order_of_one_of_them() {
    ShownPanel panel =
        panel(
            """
            {"type": "table", "options": {"sortBy": [{"displayName": "ends in", "desc": false}]},
              "transformations": [{"id": "organize", "options": {
                "indexByName": {"Value": 0, "name": 1}, "renameByName": {"Value": "ends in"}}}]}
            """);

    assertThat(panel.labelsNamed(UNNAMED)).containsExactly("name");
    assertThat(panel.labelsWithoutColumn(FIRST)).containsExactly("view");
    assertThat(panel.field(UNNAMED, FIRST)).isEqualTo("ends in");
    assertThat(List.of(FIRST, SECOND).stream().sorted(panel.order(UNNAMED)))
        .containsExactly(SECOND, FIRST);
  }

  @Test
  void a_matrix_has_rows_and_columns_whatever_comes_after_it() {
    ShownPanel panel =
        panel(
            """
            {"type": "table", "transformations": [
              {"id": "groupingToMatrix", "options": {"rowField": "name", "columnField": "view"}},
              {"id": "organize", "options": {"indexByName": {"name\\\\view": 0, "internal": 1}}}]}
            """);

    assertThat(panel.labelsNamed(UNNAMED)).containsExactly("name", "view");
    assertThat(panel.labelsWithoutColumn(FIRST)).isEmpty();
    assertThat(panel.name(UNNAMED, FIRST)).isEqualTo("a / external");
    assertThat(panel.field(UNNAMED, FIRST)).isEqualTo("external");
    assertThat(List.of(SECOND, FIRST).stream().sorted(panel.order(UNNAMED)))
        .containsExactly(FIRST, SECOND);
  }
}
