package io.lyncwatch.lab.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;

/**
 * What an authority says of the certificates that it has issued: revocation lists (RFC 5280 5) and
 * answers by OCSP (RFC 6960). Each is signed once, and anew some time before it ends.
 */
public final class Revocations {
  private static final Duration LIST_LIFE = Duration.ofDays(7);
  private static final Duration ANSWER_LIFE = Duration.ofDays(1);
  private static final Duration REVOKED_AGO = Duration.ofDays(1);

  private final Authority authority;
  private final InstantSource clock;
  private final Optional<Instant> end;
  private final Date revokedAt;
  private final Map<Object, Signed> signed = new HashMap<>();

  private static final class Signed {
    private final byte[] der;
    private final Instant renewal;

    Signed(byte[] der, Instant renewal) {
      this.der = der;
      this.renewal = renewal;
    }
  }

  /** Signs something that is valid from one time to another. */
  @FunctionalInterface
  private interface Signing {
    byte[] sign(Date from, Date to) throws IOException, OCSPException;
  }

  /**
   * The word of one authority.
   *
   * @param end when its lists end, if it makes no new ones any more
   */
  public Revocations(Authority authority, InstantSource clock, Optional<Instant> end) {
    this.authority = authority;
    this.clock = clock;
    this.end = end;
    this.revokedAt = Date.from(clock.instant().minus(REVOKED_AGO));
  }

  /** The list of the root, on which an intermediate would stand, in DER. */
  public byte[] rootList() {
    return list(authority.rootName(), authority.rootSigner(), Set.of());
  }

  /** The list of the intermediate, on which leaves would stand, in DER. */
  public byte[] issuingList() {
    return list(authority.intermediateName(), authority.issuingSigner(), authority.revoked());
  }

  /** The answer to an OCSP request about one leaf, both in DER; none about another's leaf. */
  public byte[] answer(byte[] request) {
    OCSPRespBuilder answer = new OCSPRespBuilder();
    try {
      CertificateID id = new OCSPReq(request).getRequestList()[0].getCertID();
      if (!authority.issues(id)) {
        return answer.build(OCSPRespBuilder.UNAUTHORIZED, null).getEncoded();
      }
      return authority.hasIssued(id.getSerialNumber())
          ? kept(id, ANSWER_LIFE, Optional.empty(), (from, to) -> answer(id, from, to))
          : answer(id, Date.from(clock.instant()), Date.from(clock.instant().plus(ANSWER_LIFE)));
    } catch (IOException | OCSPException | RuntimeException notOne) {
      try {
        return answer.build(OCSPRespBuilder.MALFORMED_REQUEST, null).getEncoded();
      } catch (IOException | OCSPException e) {
        throw new IllegalStateException("cannot say that a request is none", e);
      }
    }
  }

  private byte[] answer(CertificateID id, Date from, Date to) throws IOException, OCSPException {
    BasicOCSPRespBuilder answers =
        new BasicOCSPRespBuilder(new RespID(authority.intermediateName()))
            .addResponse(id, status(id.getSerialNumber()), from, to, null);
    return new OCSPRespBuilder()
        .build(
            OCSPRespBuilder.SUCCESSFUL,
            answers.build(authority.issuingSigner(), new X509CertificateHolder[0], from))
        .getEncoded();
  }

  private CertificateStatus status(BigInteger serial) {
    if (authority.revoked().contains(serial)) {
      return new RevokedStatus(revokedAt, CRLReason.keyCompromise);
    }
    return authority.hasIssued(serial) ? CertificateStatus.GOOD : new UnknownStatus();
  }

  private byte[] list(X500Name issuer, ContentSigner signer, Set<BigInteger> revoked) {
    try {
      return kept(
          issuer,
          LIST_LIFE,
          end,
          (from, to) -> {
            X509v2CRLBuilder list = new X509v2CRLBuilder(issuer, from).setNextUpdate(to);
            revoked.forEach(serial -> list.addCRLEntry(serial, revokedAt, CRLReason.keyCompromise));
            return list.build(signer).getEncoded();
          });
    } catch (IOException | OCSPException e) {
      throw new IllegalStateException("cannot make the list of " + issuer, e);
    }
  }

  /** In the middle of its life, unless it has a certain end. */
  private synchronized byte[] kept(
      Object key, Duration life, Optional<Instant> certainEnd, Signing signing)
      throws IOException, OCSPException {
    Instant now = clock.instant();
    Signed known = signed.get(key);
    if (known != null && now.isBefore(known.renewal)) {
      return known.der;
    }
    Instant to = certainEnd.orElse(now.plus(life.dividedBy(2)));
    byte[] der = signing.sign(Date.from(to.minus(life)), Date.from(to));
    Instant renewal = certainEnd.isPresent() ? Instant.MAX : now.plus(life.dividedBy(4));
    signed.put(key, new Signed(der, renewal));
    return der;
  }
}
