package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.http.Response;
import io.lyncwatch.discovery.text.WebUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells from a redirect that whoever asks is to say first who he is. */
final class LoginPage {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?<!b|ana|cata|dia)log-?[io]n|(?<!de|as)sign-?[io]n|captive|hotspot"
              + "|(?<=/)auth(?:orize|enticate)?(?![a-z])"
              + "|(?<![a-z])(?:adfs|saml2?|oauth2?|sso|(?:guest|wifi)?-?portal)(?![a-z])");

  private LoginPage() {}

  /** The page that an answer leads to, if it is one to sign in at. */
  static Optional<URI> of(Response response, URI asked) {
    return response.redirect().isPresent()
        ? WebUrl.resolve(response.header("Location").orElse(""), asked)
            .filter(target -> WORDS.matcher(target).find())
            .map(URI::create)
        : Optional.empty();
  }
}
