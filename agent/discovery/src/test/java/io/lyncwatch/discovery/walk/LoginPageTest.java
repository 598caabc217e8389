package io.lyncwatch.discovery.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.http.Response;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirects lead to a page to sign in at. */
class LoginPageTest {
  private static final URI ASKED = URI.create("http://lyncdiscover.contoso.example/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.identity.example/",
        "https://fs.contoso.example/adfs/ls/?wa=wsignin1.0",
        "https://www.example/logon.aspx",
        "/sign-in?next=/",
        "https://sso.contoso.example/saml2/start",
        "https://wifi.example/captiveportal/",
        "https://hotspot.example/",
        "https://portal.example/welcome",
        "/auth?rd=x",
        "https://portal.example/GetLogon",
        "https://www.example/loginpage.php",
        "https://idp.example/SSOLogin",
        "https://login.microsoftonline.example/common/oauth2/authorize",
        "https://www.example/authenticate"
      })
  void words_of_signing_in_tell_one(String location) {
    assertThat(LoginPage.of(redirect(location), ASKED)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.tennis-association.example/",
        "https://www.lessons.example/",
        "https://www.crossover.example/",
        "https://www.designing.example/",
        "https://www.contoso.example/authors",
        "https://www.blogindex.example/",
        "https://www.contoso.example/blogin",
        "https://www.contoso.example/cataloginfo",
        "https://lyncdiscover.contoso.example/"
      })
  void the_same_letters_in_other_words_do_not(String location) {
    assertThat(LoginPage.of(redirect(location), ASKED)).isEmpty();
  }

  private static Response redirect(String location) {
    return new Response(302, List.of(new Response.Header("Location", location)), "");
  }
}
