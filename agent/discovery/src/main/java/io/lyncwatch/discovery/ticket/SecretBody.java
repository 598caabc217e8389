package io.lyncwatch.discovery.ticket;

import com.fasterxml.jackson.annotation.JsonValue;

/** The body of a request that holds a secret: it can be sent, but not printed by accident. */
public final class SecretBody {
  private final byte[] bytes;

  SecretBody(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** What to send, UTF-8. A copy: its reader may wipe it. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Three stars, in JSON as well. */
  @JsonValue
  @Override
  public String toString() {
    return "***";
  }
}
