package io.lyncwatch.agent.config;

import io.lyncwatch.discovery.auth.OAuthClient;
import io.lyncwatch.discovery.auth.OAuthClient.Grant;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Reads what is registered at an authority outside of the deployment. */
final class OAuthReader {
  private static final String TOKEN = "/token";

  /** Quotes nothing: a secret may stand in a wrong URL. */
  private static final String EXPECTED =
      "expected an https URL such as https://login.microsoftonline.com/TENANT";

  private static final String ENDPOINT = "/oauth2" + TOKEN;

  private final PasswordReader passwords;

  OAuthReader(PasswordReader passwords) {
    this.passwords = passwords;
  }

  /** What an account says of it. */
  record Read(
      URI authority,
      String clientId,
      Optional<PasswordSource> secret,
      Optional<String> resource,
      Optional<String> scope) {
    /** For a user with a password, or else for the program that the secret belongs to. */
    OAuthClient client(boolean password) {
      return new OAuthClient(
          authority,
          clientId,
          password ? Grant.PASSWORD : Grant.CLIENT_CREDENTIALS,
          password ? secret.map(source -> source) : Optional.empty(),
          resource,
          scope);
    }
  }

  Optional<Read> read(Section section) {
    Optional<URI> authority = section.requiredValue("authority", OAuthReader::tokenEndpoint);
    Optional<String> clientId = section.requiredValue("client-id", OAuthReader::word);
    Optional<PasswordSource> secret = section.get("client-secret").flatMap(passwords::password);
    Optional<String> resource = section.value("resource", OAuthReader::word);
    Optional<String> scope = section.value("scope", text -> text);
    if (resource.isPresent() && scope.isPresent()) {
      section.error(
          "'resource' and 'scope' say the same: older authorities take the one, newer"
              + " ones the other");
    }
    section.end();
    return authority.flatMap(url -> clientId.map(id -> new Read(url, id, secret, resource, scope)));
  }

  /** The URL itself if it is one of a token endpoint, else where the authority has that. */
  private static URI tokenEndpoint(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(EXPECTED);
    }
    if (!"https".equalsIgnoreCase(url.getScheme())
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException(EXPECTED);
    }
    String plain = text.replaceFirst("/+$", "");
    return URI.create(plain.toLowerCase(Locale.ROOT).endsWith(TOKEN) ? plain : plain + ENDPOINT);
  }

  private static String word(String text) {
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException("expected a word");
    }
    return text;
  }
}
