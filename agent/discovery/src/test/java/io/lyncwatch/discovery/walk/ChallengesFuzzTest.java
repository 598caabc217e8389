package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ChallengesFuzzTest {
  private static final int MOST = 16;

  @FuzzTest
  void schemes_are_few_and_showable_and_a_token_stands_behind_one_that_is_offered(byte[] lines) {
    String text = new String(lines, StandardCharsets.ISO_8859_1);
    Response response =
        new Response(
            401,
            text.lines().map(line -> new Response.Header("www-authenticate", line)).toList(),
            "");

    List<String> schemes = Challenges.schemes(response);
    assertThat(schemes)
        .hasSizeLessThanOrEqualTo(MOST)
        .allSatisfy(scheme ->
            assertThat(scheme)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(40)
                .doesNotContainPattern("[\\p{Cntrl},=]"));
    for (String scheme : List.of("NTLM", "Negotiate")) {
      String token = Challenges.token(response, scheme);
      assertThat(text).contains(token);
      assertThat(token).isEqualTo(token.strip()).doesNotContain(",");
      if (!token.isEmpty() && schemes.size() < MOST) {
        assertThat(Challenges.offers(response, scheme)).as("%s is offered", scheme).isTrue();
      }
    }
  }
}
