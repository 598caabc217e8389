package io.lyncwatch.discovery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.discovery.SignInAddress;
import io.lyncwatch.discovery.text.XmlElement;
import io.lyncwatch.discovery.text.XmlReader;
import io.lyncwatch.discovery.text.XmlReading;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketRequestTest {
  private static final SignInAddress INES = SignInAddress.parse("ines@fabrikam.example");
  private static final String USER = "https://web.fabrikam.example/root/user?a=1&b=<2>";

  private final TicketRequest request = new TicketRequest(new Random(41));

  @Test
  void the_integrated_form_claims_the_sip_uri_for_the_user_link() {
    XmlElement envelope = parsed(request.integrated(INES, USER));
    assertThat(text(envelope, "Value")).isEqualTo("sip:ines@fabrikam.example");
    assertThat(text(envelope, "Address")).isEqualTo(USER);
    assertThat(text(envelope, "TokenType")).endsWith("#SAMLV1.1");
    assertThat(envelope.all("Security")).isEmpty();
  }

  @Test
  void the_integrated_form_has_the_parts_that_the_service_expects_in_their_order() {
    XmlElement token =
        parsed(request.integrated(INES, USER)).first("RequestSecurityToken").orElseThrow();
    assertThat(token.children().stream().map(XmlElement::name))
        .containsExactly("TokenType", "RequestType", "AppliesTo", "Claims", "Entropy", "KeyType");
  }

  @Test
  void names_are_in_their_namespaces() {
    assertThat(new String(request.integrated(INES, USER).bytes(), StandardCharsets.UTF_8))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope")
        .contains(
            "xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"",
            "xmlns:wst=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"",
            "<soap:Body><wst:RequestSecurityToken ",
            "<auth:Value>sip:");
  }

  @Test
  void entropy_and_context_are_new_each_time() {
    XmlElement first = parsed(request.integrated(INES, USER));
    XmlElement second = parsed(request.integrated(INES, USER));
    assertThat(Base64.getDecoder().decode(text(first, "BinarySecret"))).hasSize(32);
    assertThat(text(first, "BinarySecret")).isNotEqualTo(text(second, "BinarySecret"));
    assertThat(context(first)).isNotEqualTo(context(second));
    assertThat(context(first).version()).isEqualTo(4);
    assertThat(context(first).variant()).isEqualTo(2);
  }

  @Test
  void a_name_with_markup_in_it_stays_a_name() {
    SignInAddress address = SignInAddress.parse("o'neil&sons@fabrikam.example");
    assertThat(text(parsed(request.integrated(address, USER)), "Value"))
        .isEqualTo("sip:o'neil&sons@fabrikam.example");
  }

  @Test
  void the_username_form_carries_name_and_password_as_base64() {
    XmlElement envelope =
        parsed(
            request.usernameToken(
                "FABRIKAM\\ines", "pä\uD83D\uDE00<s>".toCharArray(), TokenType.SAML, USER));
    assertThat(decoded(envelope, "Username")).isEqualTo("FABRIKAM\\ines");
    assertThat(decoded(envelope, "Password")).isEqualTo("pä\uD83D\uDE00<s>");
    assertThat(envelope.first("Password").flatMap(password -> password.attribute("Type")))
        .hasValueSatisfying(type -> assertThat(type).endsWith("#PasswordText"));
  }

  @Test
  void the_username_form_has_neither_claims_nor_entropy() {
    XmlElement envelope =
        parsed(request.usernameToken("ines", "secret".toCharArray(), TokenType.COMPACT, USER));
    assertThat(envelope.children().stream().map(XmlElement::name))
        .containsExactly("Header", "Body");
    assertThat(text(envelope, "TokenType")).endsWith(":user-cwt-1");
    assertThat(envelope.all("Claims")).isEmpty();
    assertThat(envelope.all("Entropy")).isEmpty();
  }

  @Test
  void the_security_header_must_be_understood() {
    SecretBody body = request.usernameToken("ines", "secret".toCharArray(), TokenType.SAML, USER);
    assertThat(new String(body.bytes(), StandardCharsets.UTF_8))
        .contains("<wsse:Security soap:mustUnderstand=\"1\">");
  }

  @Test
  void a_request_does_not_print_itself() {
    assertThat(request.usernameToken("ines", "secret".toCharArray(), TokenType.SAML, USER))
        .hasToString("***");
  }

  @Test
  void wiping_the_copy_does_not_wipe_the_request() {
    SecretBody body = request.integrated(INES, USER);
    byte[] copy = body.bytes();
    copy[0] = 0;
    assertThat(body.bytes()[0]).isEqualTo((byte) '<');
  }

  private static XmlElement parsed(SecretBody body) {
    return switch (XmlReader.read(new String(body.bytes(), StandardCharsets.UTF_8))) {
      case XmlReading.Parsed(XmlElement root, var _) -> root;
      case XmlReading.Refused(String detail) -> throw new AssertionError(detail);
    };
  }

  private static UUID context(XmlElement envelope) {
    return UUID.fromString(
        envelope
            .first("RequestSecurityToken")
            .flatMap(token -> token.attribute("Context"))
            .orElseThrow());
  }

  private static String decoded(XmlElement envelope, String name) {
    return new String(Base64.getDecoder().decode(text(envelope, name)), StandardCharsets.UTF_8);
  }

  private static String text(XmlElement envelope, String name) {
    return envelope.first(name).orElseThrow().text();
  }
}
