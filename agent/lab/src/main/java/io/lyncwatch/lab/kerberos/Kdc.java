package io.lyncwatch.lab.kerberos;

import io.lyncwatch.lab.socket.SocketListener;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.identity.backend.BackendConfig;
import org.apache.kerby.kerberos.kerb.server.KdcConfig;
import org.apache.kerby.kerberos.kerb.server.KdcConfigKey;
import org.apache.kerby.kerberos.kerb.server.KdcContext;
import org.apache.kerby.kerberos.kerb.server.KdcHandler;
import org.apache.kerby.kerberos.kerb.server.KdcSetting;
import org.apache.kerby.kerberos.kerb.server.preauth.PreauthHandler;

/**
 * The realm's server, which issues tickets over TCP (RFC 4120, section 7.2.2). Its time is that of
 * the machine, whatever the lab's is.
 */
public final class Kdc implements Closeable {
  private static final int MOST_CONNECTIONS = 256;
  private static final int MOST_BYTES = 65_536;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Realm realm;
  private final SocketListener listener;

  /**
   * Opens it.
   *
   * @param address port 0 takes a free one
   * @throws IOException if the port is taken
   */
  public Kdc(InetSocketAddress address, Realm realm) throws IOException {
    this.realm = realm;
    this.listener = new SocketListener("kdc", address, MOST_CONNECTIONS, this::answer);
  }

  /** The port that it took. */
  public int port() {
    return listener.port();
  }

  private void answer(Socket client) throws IOException {
    client.setSoTimeout((int) PATIENCE.toMillis());
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    KdcHandler handler = new KdcHandler(context());
    for (int length = in.readInt(); length > 0 && length <= MOST_BYTES; length = in.readInt()) {
      out.write(reply(handler, in.readNBytes(length), client.getInetAddress()));
      out.flush();
    }
  }

  private static byte[] reply(KdcHandler handler, byte[] request, InetAddress client)
      throws IOException {
    try {
      ByteBuffer reply = handler.handleMessage(ByteBuffer.wrap(request), true, client);
      byte[] bytes = new byte[reply.remaining()];
      reply.get(bytes);
      return bytes;
    } catch (KrbException | RuntimeException e) {
      // What Kerby throws for bytes that are no request is not one exception.
      throw new IOException("no request of Kerberos", e);
    }
  }

  /** For one conversation: nobody says that Kerby's may serve several at once. */
  private KdcContext context() {
    KdcConfig config = new KdcConfig();
    config.setString(KdcConfigKey.KDC_REALM, realm.name());
    config.setString(
        KdcConfigKey.ENCRYPTION_TYPES,
        Realm.ENCRYPTION.stream().map(type -> type.getName()).collect(Collectors.joining(" ")));
    KdcContext context = new KdcContext(new KdcSetting(config, new BackendConfig()));
    context.setIdentityService(new Identities(realm));
    PreauthHandler proofs = new PreauthHandler();
    proofs.init();
    context.setPreauthHandler(proofs);
    return context;
  }

  /** Frees the port and ends all conversations. */
  @Override
  public void close() throws IOException {
    listener.close();
  }
}
