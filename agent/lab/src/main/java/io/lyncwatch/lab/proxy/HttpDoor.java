package io.lyncwatch.lab.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** Plain http: the first request's Host header chooses. */
record HttpDoor() implements Door {
  @Override
  public Guest greet(Socket client) throws IOException {
    RequestHead head = RequestHead.read(client.getInputStream());
    return new Guest(client, head.host(), Optional.of(head));
  }

  @Override
  public Socket reach(PublishingRule rule) throws IOException {
    return Door.connect(rule.backend());
  }
}
