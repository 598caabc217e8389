package io.lyncwatch.agent.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShownValueTest {
  private static final JsonNode FIELDS =
      new JsonMapper()
          .readTree(
              """
              {
                "defaults": {
                  "unit": "none",
                  "thresholds": {"steps": [{"color": "text", "value": null}]}
                },
                "overrides": [
                  {
                    "matcher": {"id": "byName", "options": "severity"},
                    "properties": [
                      {"id": "mappings", "value": [{"type": "value", "options": {"error": {"color": "red"}}}]},
                      {"id": "unit", "value": "bytes"}
                    ]
                  },
                  {
                    "matcher": {"id": "byName", "options": "ends in"},
                    "properties": [
                      {"id": "unit", "value": "dtdurations"},
                      {"id": "decimals", "value": 1},
                      {
                        "id": "thresholds",
                        "value": {"steps": [{"color": "dark-red", "value": null}, {"color": "green", "value": 0}]}
                      }
                    ]
                  },
                  {
                    "matcher": {"id": "byName", "options": "secret"},
                    "properties": [
                      {
                        "id": "mappings",
                        "value": [
                          {"type": "value", "options": {"1": {"text": "held back", "color": "red"}}},
                          {"type": "range", "options": {"from": 2, "to": 3, "result": {"text": "odd"}}}
                        ]
                      }
                    ]
                  },
                  {
                    "matcher": {"id": "byName", "options": "failure"},
                    "properties": [{"id": "color", "value": {"mode": "fixed", "fixedColor": "red"}}]
                  }
                ]
              }
              """);

  @ParameterizedTest
  @CsvSource({
    "Value, 8, 8, inherit",
    "ends in, 90000, '1 day, 1 hour', green",
    "ends in, -90000, '1 day, 1 hour ago', darkred",
    "secret, 1, held back, red",
    "secret, 0, 0, inherit",
    "secret, 2.5, odd, inherit",
    "failure, 0.5, 0.500, red",
  })
  void a_value_looks_as_the_panel_says_of_its_field(
      String field, String value, String text, String colour) {
    assertThat(ShownValue.of(FIELDS, field, new Sample(Map.of(), value)))
        .isEqualTo(new ShownValue(text, colour));
  }

  @Test
  void infinity_is_a_number() {
    assertThat(new Sample(Map.of(), "+Inf").number()).isInfinite();
  }
}
