package io.lyncwatch.discovery.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a certificate covers, and which hosts they cover. */
class CertificateNamesTest {

  @ParameterizedTest
  @CsvSource({
    "lyncdiscover.contoso.example, lyncdiscover.contoso.example, true",
    "lyncdiscover.contoso.example, LyncDiscover.Contoso.Example, true",
    "lyncdiscover.contoso.example, lyncdiscover.contoso.example., true",
    "lyncdiscover.contoso.example, contoso.example, false",
    "*.contoso.example, lyncdiscover.contoso.example, true",
    "*.contoso.example, a.lyncdiscover.contoso.example, false",
    "*.contoso.example, contoso.example, false",
    "*.contoso.example, .contoso.example, false",
    "*.contoso.example, evilcontoso.example, false",
    "*.example, contoso.example, false",
    "lync*.contoso.example, lyncdiscover.contoso.example, false",
    "lyncdiscover.*.example, lyncdiscover.contoso.example, false",
    "10.0.0.7, 10.0.0.7, true",
    "*.0.0.7, 10.0.0.7, false",
    "2001:db8::7, 2001:db8:0:0:0:0:0:7, true",
    "2001:db8::7, 2001:db8::8, false",
  })
  void a_wildcard_stands_for_one_left_most_label(String name, String host, boolean covered) {
    assertThat(new CertificateNames(List.of(name)).cover(host)).isEqualTo(covered);
  }

  @Test
  void alternative_names_hide_the_common_name() {
    Issued issued = Issued.named("CN=old.example").dns("New.example").issue();

    assertThat(CertificateNames.of(issued.certificate()).covered()).containsExactly("new.example");
  }

  @Test
  void alternative_names_of_other_kinds_hide_the_common_name_too() {
    Issued issued = Issued.named("CN=old.example").mail("admin@old.example").issue();

    assertThat(CertificateNames.of(issued.certificate()).covered()).isEmpty();
  }

  @Test
  void the_most_specific_common_name_counts_where_nothing_else_is() {
    Issued issued = Issued.named("CN=Web,O=\"Contoso, Inc.\",CN=Pool.example").issue();

    assertThat(CertificateNames.of(issued.certificate()).covered()).hasSize(1);
    assertThat(CertificateNames.of(issued.certificate()).cover("pool.example")).isTrue();
  }

  @Test
  void an_address_is_covered_only_as_an_address() {
    Issued asName = Issued.named("CN=10.0.0.7").dns("10.0.0.7").issue();
    Issued asCommonName = Issued.named("CN=10.0.0.7").issue();
    Issued asAddress = Issued.named("CN=pool").ip("10.0.0.7").ip("2001:db8::7").issue();

    assertThat(CertificateNames.of(asName.certificate()).cover("10.0.0.7")).isFalse();
    assertThat(CertificateNames.of(asCommonName.certificate()).cover("10.0.0.7")).isFalse();
    assertThat(CertificateNames.of(asAddress.certificate()).cover("10.0.0.7")).isTrue();
    assertThat(CertificateNames.of(asAddress.certificate()).cover("2001:db8::7")).isTrue();
  }

  @Test
  void control_characters_do_not_reach_people() {
    Issued issued = Issued.named("CN=x").dns("a\r\nb.example").issue();

    assertThat(CertificateNames.of(issued.certificate()).covered()).containsExactly("a??b.example");
  }

  @Test
  void damaged_alternative_names_cover_nothing_and_never_throw() {
    Random random = new Random(20_260_102);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(1, 40)];
      random.nextBytes(garbage);
      Issued issued = Issued.named("CN=old.example").namesOf(garbage).issue();

      assertThat(CertificateNames.of(issued.certificate()).cover("old.example")).isFalse();
    }
  }
}
