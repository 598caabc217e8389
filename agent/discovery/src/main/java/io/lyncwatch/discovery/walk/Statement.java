package io.lyncwatch.discovery.walk;

import io.lyncwatch.discovery.document.Link;
import io.lyncwatch.discovery.http.Route;
import io.lyncwatch.discovery.text.Excerpt;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;

/**
 * What a link of a document says of the deployment: which host has something. Its path and query do
 * not matter where the documents of several nodes are compared.
 *
 * @param token safe to show, lower case
 */
public record Statement(String host, String token) implements Comparable<Statement> {
  private static final int LONGEST_TOKEN = 40;
  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::host).thenComparing(Statement::token);

  static Statement of(Link link) {
    return new Statement(
        Route.of(URI.create(link.href())).endpoint().host(),
        Excerpt.of(link.token().toLowerCase(Locale.ROOT), LONGEST_TOKEN));
  }

  @Override
  public int compareTo(Statement other) {
    return ORDER.compare(this, other);
  }
}
