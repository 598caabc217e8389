package io.lyncwatch.discovery.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients accept is accepted, and what misleads is called by what it is. */
class MisleadingDocumentTest {
  private static final URI BASE =
      URI.create("https://web.fabrikam.example/Autodiscover/x.svc/root");
  private static final String LINK =
      "<Link token=\"User\" href=\"https://web.fabrikam.example/u\"/>";
  private static final Links USER =
      new Links(List.of(new Link("User", "https://web.fabrikam.example/u")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse></body></html>",
        "<body><AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse></body>",
        "<!DOCTYPE html><pre><AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse></pre>",
        "<AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse><script>track()</script>",
        "<html><!-- <AutodiscoverResponse> --><br><script>\"AutodiscoverResponse\"</script>%s"
      })
  void a_web_page_stays_one_whatever_it_quotes(String page) {
    assertThat(read(page.formatted(LINK)))
        .isEqualTo(new Reading.Unreadable(Reading.Kind.HTML, "a web page"));
  }

  @Test
  void a_document_within_another_is_none() {
    assertThat(
            read("<r><AutodiscoverResponse><Root>" + LINK + "</Root></AutodiscoverResponse></r>"))
        .isEqualTo(
            new Reading.Unreadable(
                Reading.Kind.OTHER_XML, "an XML document: <r> <AutodiscoverResponse>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF<?xml version=\"1.0\"?><AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse>",
        "\uFEFF\r\n <AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse>\n",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>"
            + "<AutodiscoverResponse><Root>%s</Root></AutodiscoverResponse>",
        "<AutodiscoverResponse xmlns=\"urn:x\"><Root>%s</Root></AutodiscoverResponse>",
        "<a:AutodiscoverResponse xmlns:a=\"urn:x\"><a:Root>%s</a:Root></a:AutodiscoverResponse>",
        "<a:AutodiscoverResponse><Root>%s</Root></a:AutodiscoverResponse>",
        "<!-- <x> --><AutodiscoverResponse><!-- a --><Root><!-- <Link token=\"Redirect\""
            + " href=\"https://evil.example/\"/> -->%s</Root></AutodiscoverResponse><!-- z -->",
        "<AutodiscoverResponse><Root><![CDATA[<Link token=\"Redirect\""
            + " href=\"https://evil.example/\"/>]]>%s</Root></AutodiscoverResponse>",
        "<AutodiscoverResponse><?php x?><Root>text%s</Root><Other/></AutodiscoverResponse>"
      })
  void marks_namespaces_comments_and_cdata_change_nothing(String document) {
    assertThat(read(document.formatted(LINK)))
        .isEqualTo(
            new Reading.Read(new AutodiscoverDocument.Root(Optional.empty(), USER), List.of()));
  }

  @Test
  void stray_spaces_in_attributes_are_dropped() {
    assertThat(
            read(
                "<AutodiscoverResponse AccessLocation=\" External \"><Root><Link token=\"\tUser \""
                    + " href=\"\n https://web.fabrikam.example/u \"/></Root>"
                    + "</AutodiscoverResponse>"))
        .isEqualTo(
            new Reading.Read(
                new AutodiscoverDocument.Root(Optional.of(AccessLocation.EXTERNAL), USER),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ROOT\":{\"links\":{\"Token\":\"User\",\"HREF\":\"https://web.fabrikam.example/u\"}}}",
        "{\"root\":{\"LINKS\":[{\"href\":\"https:\\/\\/web.fabrikam.example\\/u\","
            + "\"TOKEN\":\" User \"}]}}",
        "\uFEFF {\"Other\":[1],\"rOOT\":{\"Links\":{\"token\":\"User\","
            + "\"href\":\" https://web.fabrikam.example/u\"}}}"
      })
  void json_keys_in_odd_case_and_a_single_link_are_understood(String json) {
    assertThat(read(json))
        .isEqualTo(
            new Reading.Read(new AutodiscoverDocument.Root(Optional.empty(), USER), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "/u, https://web.fabrikam.example/u",
    "//pool.fabrikam.example/u, https://pool.fabrikam.example/u",
    "root/user, https://web.fabrikam.example/Autodiscover/x.svc/root/user",
    "?a=b, https://web.fabrikam.example/Autodiscover/x.svc/root?a=b",
    "../../../u, https://web.fabrikam.example/u"
  })
  void a_relative_link_leads_to_where_a_browser_would_go(String href, String url) {
    assertThat(read(root("User", href)))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(read.document())
                    .isEqualTo(
                        new AutodiscoverDocument.Root(
                            Optional.empty(), new Links(List.of(new Link("User", url))))));
  }

  @Test
  void a_redirect_beside_other_links_is_followed_and_they_are_told() {
    assertThat(
            read(
                "<AutodiscoverResponse><Root>"
                    + LINK
                    + "<Link token=\"Redirect\" href=\"https://pool.fabrikam.example/\"/>"
                    + "<Link token=\"Self\" href=\"https://web.fabrikam.example/\"/>"
                    + "<Link token=\"Domain\" href=\"https://web.fabrikam.example/d\"/>"
                    + "</Root></AutodiscoverResponse>"))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> {
              assertThat(read.document())
                  .isInstanceOfSatisfying(
                      AutodiscoverDocument.Redirect.class,
                      redirect ->
                          assertThat(redirect.href()).isEqualTo("https://pool.fabrikam.example/"));
              assertThat(read.leftOut())
                  .extracting(LeftOut::what)
                  .containsExactly("the link User and Domain beside Redirect");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), 'javascript:alert(1)', its scheme is javascript",
    "https://web.fabrikam.example:70000/, 'https://web.fabrikam.example:70000/',"
        + " its port is out of range",
    "https://web.fabrikam.example:-1/, 'https://web.fabrikam.example:-1/', its host is none",
    "https://web.fabrikam.example/&#10;x, 'https://web.fabrikam.example/ x',"
        + " it holds the character U+000A",
    "https://web.fabrikam.example/&#x202E;x, 'https://web.fabrikam.example/ x',"
        + " it holds the character U+202E",
    "https://ines@web.fabrikam.example/, 'https://ines@web.fabrikam.example/',"
        + " it names a user before its host",
    "https:///u, 'https:///u', it names no host",
    "'', '', it is empty"
  })
  void a_link_that_leads_nowhere_is_told_with_the_reason(String href, String shown, String why) {
    String what = "the link User has no usable URL: '" + shown.replace("'", "") + "', " + why;
    assertThat(read(root("User", href)))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.leftOut()).extracting(LeftOut::what).containsExactly(what));
    assertThat(read(root("REDIRECT", href)))
        .isEqualTo(
            new Reading.Unreadable(Reading.Kind.BAD_REDIRECT, what.replace("User", "REDIRECT")));
  }

  @Test
  void what_is_missed_is_told_from_what_no_client_asks_for() {
    assertThat(read(root("External/Ucwa", "javascript:x")))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read -> assertThat(read.leftOut()).singleElement().matches(LeftOut::isMissed));
    for (String link : List.of(root("helpdesk", "mailto:x@y"), root("Mcx", ""), root("", "/u"))) {
      assertThat(read(link))
          .isInstanceOfSatisfying(
              Reading.Read.class,
              read -> assertThat(read.leftOut()).singleElement().matches(left -> !left.isMissed()));
    }
  }

  private static String root(String token, String href) {
    return "<AutodiscoverResponse><Root><Link token=\""
        + token
        + "\" href=\""
        + href
        + "\"/></Root></AutodiscoverResponse>";
  }

  private static Reading read(String body) {
    return DocumentReader.read(body, BASE);
  }
}
