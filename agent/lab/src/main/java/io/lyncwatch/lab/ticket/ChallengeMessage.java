package io.lyncwatch.lab.ticket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The server's question, NTLM's type 2 (MS-NLMP 2.2.1.2). */
final class ChallengeMessage {
  static final int CHALLENGE_BYTES = 8;

  private static final int PAYLOAD = 56;
  private static final Instant WINDOWS_EPOCH = Instant.parse("1601-01-01T00:00:00Z");

  /** Windows Server 2008 R2, on which Lync 2013 stands: 6.1, build 7601, NTLM revision 15. */
  private static final byte[] VERSION = {6, 1, (byte) 0xb1, 0x1d, 0, 0, 0, 15};

  private final byte[] challenge;
  private final byte[] bytes;

  private ChallengeMessage(byte[] challenge, byte[] bytes) {
    this.challenge = challenge;
    this.bytes = bytes;
  }

  /**
   * A question to one client.
   *
   * @param offer the flags of the client's type 1
   * @param challenge eight bytes that nobody can foresee
   */
  static ChallengeMessage of(int offer, byte[] challenge, ServerNames names, Instant now) {
    int flags = NtlmFlags.chosenFrom(offer);
    byte[] target = names.netbiosDomain().getBytes(NtlmFlags.charset(flags));
    byte[] information = information(names, now).bytes();
    ByteBuffer message =
        ByteBuffer.allocate(PAYLOAD + target.length + information.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(NtlmMessage.SIGNATURE)
            .putInt(NtlmMessage.CHALLENGE);
    putField(message, target.length, PAYLOAD);
    message.putInt(flags).put(challenge).putLong(0);
    putField(message, information.length, PAYLOAD + target.length);
    message.put(VERSION).put(target).put(information);
    return new ChallengeMessage(challenge.clone(), message.array());
  }

  private static void putField(ByteBuffer message, int length, int offset) {
    message.putShort((short) length).putShort((short) length).putInt(offset);
  }

  /** In the order in which Windows sends it. */
  private static AvPairs information(ServerNames names, Instant now) {
    return AvPairs.none()
        .with(AvPairs.NETBIOS_DOMAIN, names.netbiosDomain())
        .with(AvPairs.NETBIOS_COMPUTER, names.netbiosComputer())
        .with(AvPairs.DNS_DOMAIN, names.dnsDomain())
        .with(AvPairs.DNS_COMPUTER, names.dnsComputer())
        .with(AvPairs.DNS_TREE, names.dnsDomain())
        .with(AvPairs.TIMESTAMP, fileTime(now));
  }

  /** Units of 100 ns since 1601, little-endian (MS-DTYP 2.3.3). */
  private static byte[] fileTime(Instant now) {
    long units = WINDOWS_EPOCH.until(now, ChronoUnit.MICROS) * 10;
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(units).array();
  }

  byte[] challenge() {
    return challenge.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
