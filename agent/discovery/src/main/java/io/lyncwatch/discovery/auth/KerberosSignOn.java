package io.lyncwatch.discovery.auth;

import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.auth.KerberosAnswer.Obstacle;
import io.lyncwatch.discovery.auth.KerberosAnswer.Refused;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import javax.security.sasl.SaslException;

/**
 * The client's side of Kerberos over HTTP (RFC 4559, RFC 4121) for one walk of one account: signs
 * in at its realm once and gets tickets to the services behind URLs, by Java's own Kerberos. Safe
 * for many threads.
 *
 * <p>The tokens come from Java's SASL client, of whose exchange only they are used: it alone binds
 * them to the TLS connection as RFC 5929 and Windows have it. Asked directly, Java's GSS-API writes
 * another address type into the binding, and no other implementation recognises that.
 */
public final class KerberosSignOn {
  private static final String BINDING = "jdk.internal.sasl.tlschannelbinding";
  private static final String[] MECHANISM = {"GSSAPI"};

  /** Its settings are those of the whole process, so that only one account signs in at a time. */
  static final ReentrantLock TURN = new ReentrantLock(true);

  private final KerberosSettings settings;
  private final Credential credential;
  private volatile Optional<Subject> signedOn = Optional.empty();
  private volatile Optional<String> chosen = Optional.empty();

  /**
   * @param credential with the password, or whatever stands for the keytab of the settings
   */
  public KerberosSignOn(KerberosSettings settings, Credential credential) {
    this.settings = settings;
    this.credential = credential;
  }

  /** How far asking has come, which tells whether the secret may be on its way. */
  private enum Progress {
    WAITING,
    CHOOSING,
    ASKING,
    GIVEN_UP
  }

  /** The account, as its realm knows it. */
  public String principal() {
    return settings.principal(credential.user());
  }

  /** Whether it is this secret that is proven. */
  public boolean isBy(Credential other) {
    return credential.equals(other);
  }

  /** Whether the realm has let the account in, so that the secret is needed no more. */
  public boolean signedOn() {
    return signedOn.isPresent();
  }

  /**
   * Gets a ticket. The secret is proven to one server of the realm, once for all tickets: deriving
   * a key from a password is what costs most in a sign-in.
   *
   * @param host of the URL that asks for the sign-in
   * @param serverCertificate the leaf of the TLS connection, to which the token is then bound
   */
  public KerberosAnswer token(
      String host, Optional<X509Certificate> serverCertificate, Deadline deadline) {
    AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    FutureTask<KerberosAnswer> asking =
        new FutureTask<>(() -> inTurn(host, serverCertificate, deadline, progress));
    Thread thread = Thread.ofVirtual().name("kerberos").start(asking);
    try {
      return asking.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return tooLate(progress.getAndSet(Progress.GIVEN_UP));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for a ticket", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      thread.interrupt();
    }
  }

  private static Refused tooLate(Progress reached) {
    return switch (reached) {
      case WAITING, GIVEN_UP ->
          new Refused(Obstacle.BUSY, "sign-ins of other accounts took all the time");
      case CHOOSING -> new Refused(Obstacle.UNREACHABLE, "none takes a connection");
      case ASKING -> new Refused(Obstacle.SILENT, "no answer within the time allowed");
    };
  }

  private KerberosAnswer inTurn(
      String host,
      Optional<X509Certificate> certificate,
      Deadline deadline,
      AtomicReference<Progress> progress)
      throws InterruptedException {
    Duration before = deadline.left();
    if (!TURN.tryLock(before.toNanos(), TimeUnit.NANOSECONDS)) {
      return tooLate(Progress.WAITING);
    }
    try {
      Duration left = deadline.left();
      if (left.compareTo(KdcChoice.PATIENCE) < 0 && before.minus(left).compareTo(left) > 0) {
        return tooLate(Progress.WAITING);
      }
      if (!progress.compareAndSet(Progress.WAITING, Progress.CHOOSING)) {
        return tooLate(Progress.GIVEN_UP);
      }
      // One that took a connection in this walk is not knocked at again.
      chosen = chosen.or(() -> KdcChoice.reachable(settings.realm().kdcs(), deadline));
      // Nothing is sent once the answer is nobody's.
      return chosen.isPresent() && progress.compareAndSet(Progress.CHOOSING, Progress.ASKING)
          ? ask(chosen.get(), host, certificate)
          : tooLate(Progress.CHOOSING);
    } finally {
      TURN.unlock();
    }
  }

  private KerberosAnswer ask(String kdc, String host, Optional<X509Certificate> certificate) {
    Subject subject;
    try {
      KerberosFile.ofThisProcess().know(settings.realm().name(), kdc);
      subject = signedOn.isPresent() ? signedOn.get() : signOn();
    } catch (LoginException e) {
      return KerberosTrouble.atLogin(e);
    } catch (IOException e) {
      return noSettings(e);
    }
    try {
      return token(subject, settings.service(host), certificate);
    } catch (SaslException | CompletionException e) {
      return KerberosTrouble.atTicket(e);
    } catch (IOException e) {
      return new Refused(Obstacle.NO_TICKET, noSettings(e).why());
    }
  }

  private static Refused noSettings(IOException e) {
    return new Refused(
        Obstacle.NO_SETTINGS, "the settings of Kerberos cannot be written: " + e.getMessage());
  }

  private Subject signOn() throws LoginException {
    Subject subject = KerberosLogin.login(principal(), credential.password(), settings.keytab());
    signedOn = Optional.of(subject);
    return subject;
  }

  private KerberosAnswer token(
      Subject subject, ServicePrincipal service, Optional<X509Certificate> certificate)
      throws IOException {
    SaslClient context =
        KerberosFile.ofThisProcess()
            .where(
                service.host(),
                service.realm().orElse(settings.realm().name()),
                () -> context(service, certificate));
    byte[] token = Subject.callAs(subject, () -> context.evaluateChallenge(new byte[0]));
    return new KerberosAnswer.Token(
        Base64.getEncoder().encodeToString(Spnego.offer(Spnego.Mechanism.KERBEROS, token)),
        service,
        new KerberosPeer(context));
  }

  private static SaslClient context(ServicePrincipal service, Optional<X509Certificate> certificate)
      throws SaslException {
    Map<String, Object> wishes = new HashMap<>(Map.of(Sasl.SERVER_AUTH, "true"));
    certificate
        .flatMap(ChannelBinding::of)
        .ifPresent(binding -> wishes.put(BINDING, binding.applicationData()));
    return Gssapi.FACTORY.createSaslClient(
        MECHANISM, null, service.service(), service.host(), wishes, null);
  }

  /** Looked for once: {@link Sasl} goes through all providers of this Java at each call. */
  private static final class Gssapi {
    static final SaslClientFactory FACTORY =
        Collections.list(Sasl.getSaslClientFactories()).stream()
            .filter(factory -> List.of(factory.getMechanismNames(Map.of())).contains(MECHANISM[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("this Java runtime has no Kerberos"));
  }
}
