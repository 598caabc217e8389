package io.lyncwatch.lab.proxy;

import java.io.IOException;
import java.net.Socket;

/** Plain http: the first request's Host header chooses. */
record HttpDoor() implements Door {
  @Override
  public Guest greet(Socket client) throws IOException {
    RequestHead head = RequestHead.read(client.getInputStream());
    return new Guest(client, head.host(), head.text());
  }

  @Override
  public Socket reach(PublishingRule rule) throws IOException {
    return Door.connect(rule.backend());
  }
}
