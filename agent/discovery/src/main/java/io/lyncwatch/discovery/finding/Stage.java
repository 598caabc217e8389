package io.lyncwatch.discovery.finding;

import java.util.Locale;

/** The named parts of a run, in the order in which a walk passes them. */
public enum Stage {
  /** Both discovery records are looked up. */
  RESOLVE,
  /** The root document is asked for over http and https, and redirects are followed. */
  ROOT,
  /** The Domain document, which needs no sign-in. */
  DOMAIN,
  /** The User document without a ticket: a 401 that names the web ticket service. */
  CHALLENGE,
  /** The web ticket service's metadata. */
  METADATA,
  /** A ticket is asked for with the account's secret. */
  TICKET,
  /** The User document with the ticket: the service URLs, or a redirect to the home pool. */
  USER,
  /** The service URLs of the home pool. */
  SERVICES,
  /** Of a certificate run: the chain that an endpoint presents. */
  CAPTURE;

  /** The word in metrics and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
