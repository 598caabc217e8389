package io.lyncwatch.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.lab.directory.User;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user who signs in with name and password, which needs one exchange only. */
record SignInClient(Lab lab) {
  static final String USER = "/Autodiscover/AutodiscoverService.svc/root/user";
  static final String LEGACY = "Accept: application/vnd.microsoft.rtc.autodiscover+xml;v=1";

  private static final Pattern ASSERTION =
      Pattern.compile("<saml:Assertion .*</saml:Assertion>", Pattern.DOTALL);
  private static final Pattern REDIRECT = Pattern.compile("token=\"Redirect\" href=\"([^\"]*)\"");
  private static final Pattern USER_LINK = Pattern.compile("token=\"User\" href=\"([^\"]*)\"");
  private static final int MOST_REDIRECTS = 5;

  /** From a discovery record to the User document of the home pool. */
  String walk(InetSocketAddress dns, String record, String address) throws Exception {
    String host = record;
    String path = "/";
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      URI user = URI.create(found(USER_LINK, get(dns, host, path)));
      String document = user(dns, user.getHost(), address);
      Matcher redirect = REDIRECT.matcher(document);
      if (!redirect.find()) {
        return document;
      }
      host = URI.create(redirect.group(1)).getHost();
      path = URI.create(redirect.group(1)).getPath();
    }
    throw new AssertionError("too many redirects");
  }

  /** What one server says to a user with a ticket of its own. */
  String user(InetSocketAddress dns, String host, String address) throws Exception {
    try (Client client = Client.https(lab, dns, host)) {
      String ticket = ticket(Client.address(dns, host), host, address);
      Client.Answer answer = client.get(USER, LEGACY, "X-MS-WebTicket: opaque=" + ticket);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.body();
    }
  }

  /** A ticket from one machine, as it stands in the header. */
  String ticket(InetAddress machine, String host, String address) throws Exception {
    User user = lab.user(address);
    try (Client client = Client.httpsAt(lab, machine, host)) {
      Client.Answer answer =
          client.post(
              "/WebTicket/WebTicketService.svc/Auth",
              request(
                  user.domain() + "\\" + user.name(), user.password(), "https://" + host + USER),
              "Content-Type: text/xml; charset=utf-8");
      Matcher assertion = ASSERTION.matcher(answer.body());
      assertThat(assertion.find()).as("status %d: %s", answer.status(), answer.body()).isTrue();
      return base64(assertion.group());
    }
  }

  private String get(InetSocketAddress dns, String host, String path) throws Exception {
    try (Client client = Client.https(lab, dns, host)) {
      return client.get(path, LEGACY).body();
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String request(String name, String password, String resource) {
    return """
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>\
    <o:Security s:mustUnderstand="1" \
    xmlns:o="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
    <o:UsernameToken><o:Username>%s</o:Username><o:Password \
    Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">\
    %s</o:Password></o:UsernameToken></o:Security></s:Header><s:Body>\
    <t:RequestSecurityToken xmlns:t="http://docs.oasis-open.org/ws-sx/ws-trust/200512">\
    <t:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</t:RequestType>\
    <p:AppliesTo xmlns:p="http://schemas.xmlsoap.org/ws/2004/09/policy">\
    <a:EndpointReference xmlns:a="http://www.w3.org/2005/08/addressing"><a:Address>%s</a:Address>\
    </a:EndpointReference></p:AppliesTo></t:RequestSecurityToken></s:Body></s:Envelope>\
    """
        .formatted(base64(name), base64(password), resource);
  }
}
