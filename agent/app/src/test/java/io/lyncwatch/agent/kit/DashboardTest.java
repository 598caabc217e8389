package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardTest {
  @Test
  void it_keeps_its_address_and_cannot_be_changed_in_place() {
    assertThat(Kit.dashboard().path("uid").asString()).isEqualTo("lyncwatch-overview");
    assertThat(Kit.dashboard().path("editable").asBoolean(true)).isFalse();
    assertThat(Kit.dashboard().path("id").isNull()).isTrue();
  }

  @Test
  void the_reader_chooses_data_source_vantage_view_and_domain() {
    assertThat(
            Kit.dashboard()
                .path("templating")
                .path("list")
                .valueStream()
                .map(variable -> variable.path("name").asString()))
        .containsExactly("datasource", "vantage", "view", "domain");
  }

  @Test
  void panels_keep_their_numbers() {
    List<Integer> ids = Kit.panels().stream().map(panel -> panel.path("id").asInt()).toList();

    assertThat(ids).doesNotHaveDuplicates().doesNotContain(0);
  }

  @ParameterizedTest
  @MethodSource("io.lyncwatch.agent.kit.Kit#panels")
  void a_panel_says_what_it_shows_in_which_unit(JsonNode panel) {
    assertThat(panel.path("title").asString("")).isNotEmpty();
    assertThat(panel.path("description").asString("")).endsWith(".");
    assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString("")).isNotEmpty();
    assertThat(panel.path("targets").isEmpty()).isFalse();
  }

  @Test
  void no_data_source_is_named() {
    assertThat(Kit.dashboard().findValues("datasource"))
        .isNotEmpty()
        .allMatch(source -> source.path("uid").asString("").equals("${datasource}"));
  }
}
