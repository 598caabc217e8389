package io.lyncwatch.discovery.ticket;

/** What the User resource accepts as proof of a sign-in. Whoever holds it is the user. */
public sealed interface Ticket permits WebTicket, BearerToken {
  /** The name of the header that carries it. */
  String header();

  /** The secret itself: the value of that header. */
  String headerValue();
}
