package io.lyncwatch.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lyncwatch.discovery.Deadline;
import io.lyncwatch.discovery.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Whatever comes where HTTP is due is an answer within bounds or a failure in words. */
class ConnectionFuzzTest {
  private static final int LONGEST_BODY = 1 << 20;
  private static final Request REQUEST = Request.get(URI.create("http://web.fabrikam.example/a"));

  @FuzzTest
  void any_bytes_are_an_answer_or_a_failure(byte[] bytes) throws IOException {
    Connection connection =
        Connection.plain(
            new Saying(bytes), new InetSocketAddress(InetAddress.getLoopbackAddress(), 80));
    Deadline deadline = Deadline.in(Duration.ofSeconds(5), Ticker.SYSTEM);

    switch (connection.send(REQUEST, deadline, new PhaseTimes(Ticker.SYSTEM))) {
      case Exchange.Result.Answered(Response response) -> {
        assertThat(response.status()).isPositive();
        assertThat(response.headers()).hasSizeLessThanOrEqualTo(200);
        assertThat(response.body()).hasSizeLessThanOrEqualTo(LONGEST_BODY);
        assertThat(response.mediaType()).hasSizeLessThanOrEqualTo(100);
        assertThat(response.server().orElse("")).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
      }
      case Exchange.Result.Failed(Failure failure) -> {
        assertThat(failure.toString()).doesNotContainPattern("[\r\n]");
        assertThat(connection.open()).isFalse();
      }
    }
    connection.close();
  }

  @FuzzTest
  void a_body_becomes_text_by_whatever_label(byte[] label) {
    byte[] body = "<a/>".getBytes(StandardCharsets.US_ASCII);
    String type = new String(label, StandardCharsets.ISO_8859_1);

    assertThat(TextBody.of(body, type))
        .hasSizeBetween(1, body.length)
        .isEqualTo(TextBody.of(body, type.toLowerCase(Locale.ROOT)));
    assertThat(TextBody.of(label, "text/xml")).hasSizeLessThanOrEqualTo(label.length);
  }

  /** A socket on whose other side everything has been said already. */
  private static final class Saying extends Socket {
    private final InputStream in;

    Saying(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public void setSoLinger(boolean on, int seconds) {}
  }
}
