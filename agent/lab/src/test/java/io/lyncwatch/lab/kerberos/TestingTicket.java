package io.lyncwatch.lab.kerberos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApOptions;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.apache.kerby.kerberos.kerb.type.base.CheckSumType;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.NameType;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncoding;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncodingType;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/** A ticket that a realm could have issued, and the proof that goes with it; both may be wrong. */
final class TestingTicket {
  private static final int MUTUAL = 2;

  private final Realm realm;
  private String client = "alice";
  private String service = "HTTP/pool01.corp.contoso.example";
  private String sealedFor = service;
  private Instant made = Instant.now();
  private Instant end = Instant.now().plus(Duration.ofHours(1));
  private byte[] binding = new byte[16];
  private boolean mutual = true;

  TestingTicket(Realm realm) {
    this.realm = realm;
  }

  TestingTicket of(String account) {
    client = account;
    return this;
  }

  TestingTicket saying(String otherService) {
    service = otherService;
    return this;
  }

  TestingTicket sealedFor(String otherService) {
    sealedFor = otherService;
    return this;
  }

  TestingTicket made(Instant time) {
    made = time;
    return this;
  }

  TestingTicket ending(Instant time) {
    end = time;
    return this;
  }

  TestingTicket boundTo(byte[] hash) {
    binding = hash.clone();
    return this;
  }

  TestingTicket askingForNoProof() {
    mutual = false;
    return this;
  }

  /** The token that a client sends. */
  byte[] token() throws KrbException {
    EncryptionKey session = EncryptionHandler.random2Key(EncryptionType.AES256_CTS_HMAC_SHA1_96);
    ApReq request = new ApReq();
    request.setTicket(ticket(session));
    request.setEncryptedAuthenticator(
        EncryptionUtil.seal(authenticator(), session, KeyUsage.AP_REQ_AUTH));
    ApOptions options = new ApOptions();
    if (mutual) {
      options.setFlag(ApOption.MUTUAL_REQUIRED);
    }
    request.setApOptions(options);
    return GssToken.of(GssToken.REQUEST, KrbCodec.encode(request));
  }

  private Ticket ticket(EncryptionKey session) throws KrbException {
    EncTicketPart inside = new EncTicketPart();
    inside.setFlags(new TicketFlags());
    inside.setKey(session);
    inside.setCrealm(realm.name());
    inside.setCname(name(client));
    inside.setTransited(transited());
    inside.setAuthTime(time(Instant.now().minusSeconds(60)));
    inside.setEndTime(time(end));
    EncryptionKey key = realm.keys(sealedFor + "@" + realm.name()).orElseThrow().getFirst();
    Ticket ticket = new Ticket();
    ticket.setRealm(realm.name());
    ticket.setSname(name(service));
    ticket.setEncryptedEncPart(EncryptionUtil.seal(inside, key, KeyUsage.KDC_REP_TICKET));
    return ticket;
  }

  private Authenticator authenticator() {
    Authenticator proof = new Authenticator();
    proof.setAuthenticatorVno(5);
    proof.setCrealm(realm.name());
    proof.setCname(name(client));
    proof.setCtime(time(made));
    proof.setCusec(made.get(ChronoField.MICRO_OF_SECOND));
    CheckSum sum = new CheckSum();
    sum.setCksumtype(CheckSumType.NONE);
    sum.setChecksum(
        ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(binding.length)
            .put(binding)
            .putInt(MUTUAL)
            .array());
    proof.setCksum(sum);
    return proof;
  }

  private static TransitedEncoding transited() {
    TransitedEncoding none = new TransitedEncoding();
    none.setTrType(TransitedEncodingType.NULL);
    none.setContents(new byte[0]);
    return none;
  }

  private static PrincipalName name(String text) {
    PrincipalName name = new PrincipalName(text);
    name.setNameType(NameType.NT_PRINCIPAL);
    return name;
  }

  private static KerberosTime time(Instant instant) {
    return new KerberosTime(instant.getEpochSecond() * 1000);
  }
}
