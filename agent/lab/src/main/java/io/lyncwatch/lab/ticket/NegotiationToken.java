package io.lyncwatch.lab.ticket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/**
 * A token of SPNEGO (RFC 4178, section 4.2), in which a client names the mechanisms that it knows
 * and sends the first message of the one it likes best.
 *
 * @param offer the list of mechanisms as it was encoded, if this is the client's first token
 * @param mechanisms in the client's order; empty if this is no first token
 * @param message of the mechanism, absent if there is none
 * @param code the integrity code over the list
 */
record NegotiationToken(
    Optional<byte[]> offer,
    List<ASN1ObjectIdentifier> mechanisms,
    Optional<byte[]> message,
    Optional<byte[]> code) {
  static final ASN1ObjectIdentifier NTLM = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.2.10");

  /** By its own identifier, and by the one that Windows gave it by mistake. */
  static final Set<ASN1ObjectIdentifier> KERBEROS =
      Set.of(
          new ASN1ObjectIdentifier("1.2.840.113554.1.2.2"),
          new ASN1ObjectIdentifier("1.2.840.48018.1.2.2"));

  private static final ASN1ObjectIdentifier SPNEGO = new ASN1ObjectIdentifier("1.3.6.1.5.5.2");
  private static final int MOST_MECHANISMS = 32;
  private static final int DONE = 0;
  private static final int GOES_ON = 1;

  /** Copies the list. */
  NegotiationToken {
    mechanisms = List.copyOf(mechanisms);
  }

  /** Empty if the bytes are anything else. */
  static Optional<NegotiationToken> read(byte[] bytes) {
    try {
      ASN1TaggedObject outer = ASN1TaggedObject.getInstance(ASN1Primitive.fromByteArray(bytes));
      return outer.hasTag(BERTags.APPLICATION, 0)
          ? first(ASN1Sequence.getInstance(outer.getBaseUniversal(false, BERTags.SEQUENCE)))
          : Optional.of(later(inner(outer, 1)));
    } catch (IOException | RuntimeException malformed) {
      // What Bouncy Castle throws for bytes that are no DER, or other DER, is not one exception.
      return Optional.empty();
    }
  }

  private static Optional<NegotiationToken> first(ASN1Sequence outer) throws IOException {
    if (!SPNEGO.equals(outer.getObjectAt(0))) {
      return Optional.empty();
    }
    ASN1Sequence fields = inner(ASN1TaggedObject.getInstance(outer.getObjectAt(1)), 0);
    ASN1Sequence list = ASN1Sequence.getInstance(field(fields, 0).orElseThrow());
    if (list.size() == 0 || list.size() > MOST_MECHANISMS) {
      return Optional.empty();
    }
    List<ASN1ObjectIdentifier> mechanisms = new ArrayList<>();
    for (ASN1Encodable mechanism : list) {
      mechanisms.add(ASN1ObjectIdentifier.getInstance(mechanism));
    }
    return Optional.of(
        new NegotiationToken(
            Optional.of(list.getEncoded(ASN1Encoding.DER)),
            mechanisms,
            octets(fields, 2),
            octets(fields, 3)));
  }

  private static NegotiationToken later(ASN1Sequence fields) {
    return new NegotiationToken(Optional.empty(), List.of(), octets(fields, 2), octets(fields, 3));
  }

  /** That NTLM goes on, with its next message if the client has sent one. */
  static byte[] goOn(Optional<byte[]> message) {
    return answer(GOES_ON, Optional.of(NTLM), message, Optional.empty());
  }

  /** That all is done. */
  static byte[] done(Optional<byte[]> code) {
    return answer(DONE, Optional.empty(), Optional.empty(), code);
  }

  /** That all is done with the client's first message, which was of the mechanism it likes best. */
  static byte[] accepted(ASN1ObjectIdentifier mechanism, Optional<byte[]> message) {
    return answer(DONE, Optional.of(mechanism), message, Optional.empty());
  }

  private static byte[] answer(
      int state,
      Optional<ASN1ObjectIdentifier> choice,
      Optional<byte[]> message,
      Optional<byte[]> code) {
    ASN1EncodableVector fields = new ASN1EncodableVector();
    fields.add(new DERTaggedObject(0, new ASN1Enumerated(state)));
    choice.ifPresent(mechanism -> fields.add(new DERTaggedObject(1, mechanism)));
    message.ifPresent(bytes -> fields.add(new DERTaggedObject(2, new DEROctetString(bytes))));
    code.ifPresent(bytes -> fields.add(new DERTaggedObject(3, new DEROctetString(bytes))));
    try {
      return new DERTaggedObject(1, new DERSequence(fields)).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("cannot encode our own token", e);
    }
  }

  private static ASN1Sequence inner(ASN1TaggedObject tagged, int number) {
    if (!tagged.hasContextTag(number)) {
      throw new IllegalArgumentException("another token");
    }
    return ASN1Sequence.getInstance(tagged, true);
  }

  private static Optional<byte[]> octets(ASN1Sequence fields, int number) {
    return field(fields, number).map(field -> ASN1OctetString.getInstance(field).getOctets());
  }

  private static Optional<ASN1Encodable> field(ASN1Sequence fields, int number) {
    return Arrays.stream(fields.toArray())
        .map(ASN1TaggedObject::getInstance)
        .filter(field -> field.hasContextTag(number))
        .<ASN1Encodable>map(ASN1TaggedObject::getExplicitBaseObject)
        .findFirst();
  }
}
