package io.lyncwatch.discovery.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lyncwatch.discovery.text.TestingTexts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
  private static final URI ROOT = URI.create("https://lyncdiscover.fabrikam.example/");
  private static final URI USER =
      URI.create("https://web.fabrikam.example/Autodiscover/AutodiscoverService.svc/root/user");
  private static final String SERVICE =
      "https://web.fabrikam.example/Autodiscover/AutodiscoverService.svc/root";

  @Test
  void the_root_of_lync_2010_has_two_links() {
    assertThat(example("lync2010-root.xml"))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Root.class,
            root -> {
              assertThat(root.accessLocation()).contains(AccessLocation.INTERNAL);
              assertThat(root.links().all().stream().map(Link::token))
                  .containsExactly("Domain", "User");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"lync2013-root.xml", "lync2013-root.json"})
  void the_root_of_lync_2013_says_the_same_in_both_legacy_forms(String file) {
    assertThat(example(file))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Root.class,
            root -> {
              assertThat(root.accessLocation()).contains(AccessLocation.EXTERNAL);
              assertThat(root.links().href(Token.DOMAIN)).contains(SERVICE + "/domain");
              assertThat(root.links().href(Token.USER)).contains(SERVICE + "/user");
              assertThat(root.links().href(Token.OAUTH)).contains(SERVICE + "/oauth/user");
            });
  }

  @Test
  void a_domain_document_tells_the_topology() {
    assertThat(example("domain.xml"))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Domain.class,
            domain -> {
              assertThat(domain.links().href(Token.EXTERNAL + Token.AUTODISCOVER))
                  .contains(SERVICE);
              assertThat(domain.sipAccesses())
                  .extracting(SipAccess::kind)
                  .containsExactly(SipAccess.Kind.SERVER_INTERNAL, SipAccess.Kind.CLIENT_EXTERNAL);
            });
  }

  @Test
  void the_user_document_of_lync_2010_has_mcx_and_no_ucwa() {
    AutodiscoverDocument.User user = user("lync2010-user.xml");
    assertThat(user.accessLocation()).contains(AccessLocation.INTERNAL);
    assertThat(user.links().href(Token.INTERNAL + Token.MCX))
        .contains("https://web.fabrikam.example/Mcx/McxService.svc");
    assertThat(user.links().href(Token.UCWA)).isEmpty();
  }

  @Test
  void stray_spaces_around_names_and_ports_are_dropped() {
    assertThat(user("lync2013-user.xml").sipAccesses())
        .contains(
            new SipAccess(
                SipAccess.Kind.CLIENT_INTERNAL, "pool02.fabrikam.example", OptionalInt.of(443)),
            new SipAccess(
                SipAccess.Kind.CLIENT_EXTERNAL, "access.fabrikam.example", OptionalInt.of(443)));
  }

  @Test
  void tokens_that_nobody_knows_are_kept() {
    assertThat(user("sfb2019-user.xml").links().href("intranet/lunchmenu"))
        .contains("https://www.fabrikam.example/lunch?day=today&for=all");
  }

  @Test
  void json_keys_in_any_case_and_a_single_link_object_are_understood() {
    AutodiscoverDocument.User user = user("user.json");
    assertThat(user.accessLocation()).contains(AccessLocation.INTERNAL);
    assertThat(user.links().href(Token.UCWA))
        .contains("https://web.fabrikam.example/ucwa/v1/applications");
    assertThat(user.sipAccesses())
        .containsExactly(
            new SipAccess(
                SipAccess.Kind.CLIENT_INTERNAL, "pool01.fabrikam.example", OptionalInt.of(5061)),
            new SipAccess(
                SipAccess.Kind.CLIENT_EXTERNAL, "access.fabrikam.example", OptionalInt.of(443)));
  }

  @ParameterizedTest
  @CsvSource({
    "root-redirect.xml, ROOT",
    "root-redirect.json, ROOT",
    "user-redirect.xml, USER",
    "ucwa-redirect.json, ROOT"
  })
  void a_redirect_says_in_which_document_it_stood(String file, DocumentKind from) {
    assertThat(example(file))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Redirect.class,
            redirect -> assertThat(redirect.from()).isEqualTo(from));
  }

  @Test
  void a_redirect_keeps_its_query() {
    assertThat(example("root-redirect.xml"))
        .isEqualTo(
            new AutodiscoverDocument.Redirect(
                DocumentKind.ROOT,
                Optional.of(AccessLocation.EXTERNAL),
                "https://director.fabrikam.example/Autodiscover/AutodiscoverService.svc/root"
                    + "?sipuri=ines@fabrikam.example"));
  }

  @Test
  void a_ucwa_redirect_in_answer_to_the_user_url_is_one_of_the_user_document() {
    assertThat(read(text("ucwa-redirect.json"), USER).document())
        .isEqualTo(
            new AutodiscoverDocument.Redirect(
                DocumentKind.USER,
                Optional.empty(),
                "https://pool02.fabrikam.example/Autodiscover/AutodiscoverService.svc/root"));
  }

  @Test
  void a_redirect_link_makes_any_document_a_redirect() {
    String both = text("lync2013-root.xml").replace("token=\"Self\"", "token=\"REDIRECT\"");
    assertThat(read(both, ROOT).document()).isInstanceOf(AutodiscoverDocument.Redirect.class);
  }

  @Test
  void a_ucwa_root_leads_to_the_user_document_with_its_query() {
    assertThat(example("ucwa-root.json"))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Root.class,
            root ->
                assertThat(root.links().href(Token.USER))
                    .contains(SERVICE + "/oauth/user?originalDomain=fabrikam.example"));
  }

  @Test
  void relative_links_are_resolved_against_the_url_that_was_asked() {
    assertThat(example("ucwa-root.xml"))
        .isInstanceOfSatisfying(
            AutodiscoverDocument.Root.class,
            root ->
                assertThat(root.links().all())
                    .containsExactly(
                        link(Token.SELF, "Autodiscover/AutodiscoverService.svc/root"),
                        link(Token.USER, "Autodiscover/AutodiscoverService.svc/root/oauth/user"),
                        link(Token.XFRAME, "Autodiscover/XFrame/XFrame.html")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ucwa-user.json", "ucwa-user.xml"})
  void a_ucwa_document_with_applications_is_a_user_document(String file) {
    assertThat(read(text(file), USER).document())
        .isInstanceOfSatisfying(
            AutodiscoverDocument.User.class,
            user ->
                assertThat(user.links().href(Token.UCWA))
                    .contains("https://web.fabrikam.example/ucwa/oauth/v1/applications"));
  }

  @Test
  void of_two_links_with_one_token_the_first_holds() {
    Reading.Read read =
        read(
            """
            <AutodiscoverResponse><Root>
              <Link token="User" href="https://one.example/"/>
              <Link token="user" href="https://two.example/"/>
            </Root></AutodiscoverResponse>\
            """,
            ROOT);
    assertThat(read.document())
        .isEqualTo(
            new AutodiscoverDocument.Root(
                Optional.empty(), new Links(List.of(new Link("User", "https://one.example/")))));
  }

  @Test
  void links_without_a_usable_url_are_left_out_and_told() {
    Reading.Read read =
        read(
            """
            <AutodiscoverResponse AccessLocation="Elsewhere"><User>
              <SipClientExternalAccess port="443"/>
              <Link token="Ucwa" href=""/>
              <Link token="Self" href="ftp://web.fabrikam.example/"/>
              <Link href="https://web.fabrikam.example/"/>
            </User></AutodiscoverResponse>\
            """,
            ROOT);
    assertThat(read.document())
        .isEqualTo(
            new AutodiscoverDocument.User(Optional.empty(), new Links(List.of()), List.of()));
    assertThat(read.leftOut())
        .extracting(LeftOut::what)
        .containsExactly(
            "the link Ucwa has no usable URL: '', it is empty",
            "the link Self has no usable URL: 'ftp://web.fabrikam.example/', its scheme is ftp",
            "a link has no token: 'https://web.fabrikam.example/'",
            "SipClientExternalAccess names no host");
  }

  @Test
  void a_redirect_to_nowhere_is_no_document() {
    assertThat(
            DocumentReader.read(
                "{\"Root\":{\"Links\":[{\"token\":\"Redirect\",\"href\":\"\"}]}}", ROOT))
        .isEqualTo(
            new Reading.Unreadable(
                Reading.Kind.BAD_REDIRECT, "the link Redirect has no usable URL: '', it is empty"));
  }

  @Test
  void a_web_page_is_known_by_its_title() {
    assertUnreadable(
        "<!DOCTYPE html>\n<HTML><head><title>IIS\n Windows</title></head><body><br></body>",
        Reading.Kind.HTML,
        "a web page titled 'IIS Windows'");
    assertUnreadable("<html><body/></html>", Reading.Kind.HTML, "a web page");
    assertUnreadable("Oops <html><body>", Reading.Kind.HTML, "a web page");
  }

  @Test
  void a_body_of_spaces_is_empty() {
    assertUnreadable("\uFEFF \r\n", Reading.Kind.EMPTY, "nothing");
  }

  @Test
  void other_texts_show_how_they_begin() {
    assertUnreadable("Forbidden\n", Reading.Kind.OTHER_TEXT, "text: Forbidden");
  }

  @Test
  void other_xml_shows_its_outermost_elements() {
    assertUnreadable("<a><b/><c/></a>", Reading.Kind.OTHER_XML, "an XML document: <a> <b> <c>");
    assertUnreadable(
        "<AutodiscoverResponse/>",
        Reading.Kind.OTHER_XML,
        "an XML document: <AutodiscoverResponse>");
  }

  @Test
  void other_json_shows_its_keys() {
    assertUnreadable(
        "{\"a\":1,\"_links\":{}}", Reading.Kind.OTHER_JSON, "a JSON object with a, _links");
    assertUnreadable("[{}]", Reading.Kind.OTHER_JSON, "a JSON list");
    assertUnreadable("{\"Root\":[]}", Reading.Kind.OTHER_JSON, "a JSON object with Root");
  }

  @Test
  void an_error_of_ucwa_is_told_in_its_own_words() {
    String told = "an error: Gone, CannotRedirect, <title>No backup pool</title>";
    assertUnreadable(
        """
        {"code":"Gone","subcode":"CannotRedirect","message":"<title>No backup pool</title>"}\
        """,
        Reading.Kind.OTHER_JSON,
        told);
    assertUnreadable(
        """
        <reason xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"><code>Gone</code>
        <subcode>CannotRedirect</subcode><message>No backup pool</message></reason>\
        """,
        Reading.Kind.OTHER_XML,
        "an error: Gone, CannotRedirect, No backup pool");
  }

  @Test
  void damage_is_told_with_its_place() {
    assertUnreadable(
        "{\"Root\":\n  nil}", Reading.Kind.BROKEN_JSON, "not well-formed JSON at line 2, column 3");
    assertUnreadable(
        "<AutodiscoverResponse>\n", Reading.Kind.BROKEN_XML, "not well-formed XML at line 1,");
    assertUnreadable("<!DOCTYPE a><a/>", Reading.Kind.BROKEN_XML, "it declares a document type");
  }

  @Test
  void json_beyond_all_bounds_is_broken() {
    assertUnreadable(
        "{\"Root\":".repeat(70),
        Reading.Kind.BROKEN_JSON,
        "JSON longer or deeper than any document");
  }

  private static void assertUnreadable(String body, Reading.Kind kind, String detail) {
    assertThat(DocumentReader.read(body, ROOT))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.kind()).isEqualTo(kind);
              assertThat(unreadable.detail()).startsWith(detail);
            });
  }

  private static Link link(String token, String path) {
    return new Link(token, ROOT + path);
  }

  private static AutodiscoverDocument.User user(String file) {
    return example(file) instanceof AutodiscoverDocument.User user
        ? user
        : fail(file + " is no user document");
  }

  private static AutodiscoverDocument example(String file) {
    return read(text(file), ROOT).document();
  }

  private static Reading.Read read(String body, URI base) {
    return switch (DocumentReader.read(body, base)) {
      case Reading.Read read -> read;
      case Reading.Unreadable unreadable -> fail(unreadable.toString());
    };
  }

  private static String text(String file) {
    return TestingTexts.example(DocumentReaderTest.class, file);
  }
}
