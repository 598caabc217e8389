package io.lyncwatch.lab.kerberos;

import io.lyncwatch.lab.directory.User;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.request.ApRequest;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApRep;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.ap.EncAPRepPart;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;

/**
 * A web server's side of Kerberos: opens a ticket with the key of one of its services, and the
 * proof with the key in the ticket. A proof is good once and for five minutes. Safe for many
 * threads.
 */
public final class Acceptor {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int MOST_PROOFS = 10_000;

  /** The flags behind the binding, and the length before it (RFC 4121, section 4.1.1). */
  private static final int BINDING_BYTES = 16;

  private static final int BINDING_AT = Integer.BYTES;
  private static final int LEAST_CHECKSUM = BINDING_AT + BINDING_BYTES + Integer.BYTES;

  private final Realm realm;
  private final Set<String> services;
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * Who has come in.
   *
   * @param service whom the ticket is for, such as {@code HTTP/pool01.corp.contoso.example}
   * @param binding to the TLS connection, MD5 as in RFC 4121; empty if the client sent none
   * @param reply the server's own proof, if the client wants one
   */
  public record Accepted(
      User user, String service, Optional<byte[]> binding, Optional<byte[]> reply) {}

  Acceptor(Realm realm, Set<String> services) {
    this.realm = realm;
    this.services = Set.copyOf(services);
  }

  /** Judges a client's token; empty if it proves nothing, for whatever reason. */
  public Optional<Accepted> accept(byte[] token) {
    return GssToken.message(GssToken.REQUEST, token).flatMap(this::judge);
  }

  private Optional<Accepted> judge(byte[] message) {
    try {
      ApReq request = KrbCodec.decode(message, ApReq.class);
      Ticket ticket = request.getTicket();
      String service = ticket.getSname().getName() + "@" + ticket.getRealm();
      Optional<EncryptionKey> key = key(service, ticket);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      ApRequest.validate(key.get(), request, null, SKEW.toMillis());
      return isNew(request.getAuthenticator())
          ? accepted(request, ticket.getSname().getName())
          : Optional.empty();
    } catch (KrbException | RuntimeException unusable) {
      // What Kerby throws for bytes that are no request, or are sealed by another key, is not one
      // exception.
      return Optional.empty();
    }
  }

  private Optional<EncryptionKey> key(String service, Ticket ticket) {
    return Optional.of(service)
        .filter(services::contains)
        .flatMap(realm::keys)
        .flatMap(keys ->
            keys.stream()
                .filter(key -> key.getKeyType() == ticket.getEncryptedEncPart().getEType())
                .findFirst());
  }

  private Optional<Accepted> accepted(ApReq request, String service) throws KrbException {
    EncTicketPart inside = request.getTicket().getEncPart();
    Optional<byte[]> reply =
        request.getApOptions().isFlagSet(ApOption.MUTUAL_REQUIRED)
            ? Optional.of(proof(request.getAuthenticator(), inside.getKey()))
            : Optional.empty();
    Optional<byte[]> binding = binding(request.getAuthenticator());
    return realm
        .account(inside.getCname().getName() + "@" + inside.getCrealm())
        .map(user -> new Accepted(user, service, binding, reply));
  }

  /** Only who could open the ticket knows when the client made it. */
  private static byte[] proof(Authenticator client, EncryptionKey session) throws KrbException {
    EncAPRepPart inside = new EncAPRepPart();
    inside.setCtime(client.getCtime());
    inside.setCusec(client.getCusec());
    inside.setSeqNumber(0);
    ApRep reply = new ApRep();
    reply.setEncryptedEncPart(EncryptionUtil.seal(inside, session, KeyUsage.AP_REP_ENCPART));
    return GssToken.of(GssToken.REPLY, KrbCodec.encode(reply));
  }

  /** Sixteen zeroes are what a client sends that has no binding. */
  private static Optional<byte[]> binding(Authenticator authenticator) throws KrbException {
    CheckSum sum = authenticator.getCksum();
    byte[] bytes = sum == null ? new byte[0] : sum.getChecksum();
    if (bytes.length < LEAST_CHECKSUM
        || ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() != BINDING_BYTES) {
      throw new KrbException("not a checksum of GSS-API");
    }
    byte[] binding = Arrays.copyOfRange(bytes, BINDING_AT, BINDING_AT + BINDING_BYTES);
    return Optional.of(binding).filter(some -> !Arrays.equals(some, new byte[BINDING_BYTES]));
  }

  /** The oldest is forgotten when there are too many: it has ended long since. */
  private synchronized boolean isNew(Authenticator proof) {
    String name =
        "%s %d %d"
            .formatted(proof.getCname().getName(), proof.getCtime().getTime(), proof.getCusec());
    if (!seen.add(name)) {
      return false;
    }
    if (seen.size() > MOST_PROOFS) {
      seen.remove(seen.iterator().next());
    }
    return true;
  }
}
