package io.lyncwatch.lab;

import io.lyncwatch.lab.certificates.Authority;
import io.lyncwatch.lab.certificates.Revocations;
import io.lyncwatch.lab.journal.Journal;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.site.Visit;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.World;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What the certification authority says over http. */
record Publication(Authority authority, Revocations revocations, Journal journal)
    implements Function<Request, Reply> {
  static final String ISSUER = "/issuing-ca.cer";
  static final String RESPONDER = "/ocsp";
  static final String ISSUING_LIST = "/issuing-ca.crl";
  static final String ROOT_LIST = "/root-ca.crl";

  private static final String LIST = "application/pkix-crl";

  @Override
  public Reply apply(Request request) {
    journal.record(new Visit("authority", World.AUTHORITY_HOST, request));
    return switch (request.path()) {
      case ISSUER -> Reply.of(200, "application/pkix-cert", authority.issuingDer());
      case ISSUING_LIST -> Reply.of(200, LIST, revocations.issuingList());
      case ROOT_LIST -> Reply.of(200, LIST, revocations.rootList());
      case RESPONDER ->
          Reply.of(
              200,
              "application/ocsp-response",
              revocations.answer(request.body().getBytes(StandardCharsets.ISO_8859_1)));
      default -> Pages.notFound();
    };
  }
}
