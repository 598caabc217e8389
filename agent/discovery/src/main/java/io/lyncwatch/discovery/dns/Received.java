package io.lyncwatch.discovery.dns;

import org.xbill.DNS.Message;

/** What came back for a question. */
sealed interface Received {
  /** A message that answers this very question, whatever it says. */
  record Reply(Message message) implements Received {}

  /** No such message, and why. */
  record Nothing(DnsAnswer.Status status, String detail) implements Received {}
}
