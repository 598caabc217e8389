package io.lyncwatch.lab.site;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;

/** How a resource learns who asks. */
public sealed interface Gate permits TicketGate, BearerGate {
  /** What came of it. */
  sealed interface Passage {
    /** The user has proved who he is. */
    record Admitted(User user) implements Passage {}

    /** He has not: this is what he is told. */
    record Refused(Reply reply) implements Passage {}
  }

  /** Looks at the proof in a request. */
  Passage admit(Request request);
}
