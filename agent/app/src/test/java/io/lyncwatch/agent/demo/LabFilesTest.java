package io.lyncwatch.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lyncwatch.agent.config.Configuration;
import io.lyncwatch.agent.config.ConfigurationReader;
import io.lyncwatch.agent.config.Machine;
import io.lyncwatch.agent.config.MonitoredDomain;
import io.lyncwatch.agent.config.Problem;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.LabSettings;
import io.lyncwatch.lab.TopologyKind;
import io.lyncwatch.lab.world.Generation;
import io.lyncwatch.lab.world.ModernAuthentication;
import io.lyncwatch.lab.world.Product;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that a lab leaves fit it. */
class LabFilesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void every_domain_and_every_user_with_a_home_stands_in_the_configuration(TopologyKind topology)
      throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults().withTopology(topology))) {
      Configuration configuration = written(lab);

      assertThat(configuration.domains())
          .extracting(domain -> domain.domain().toString())
          .containsExactlyElementsOf(lab.sipDomains());
      assertThat(configuration.domains().stream().flatMap(domain -> domain.accounts().stream()))
          .hasSameSizeAs(LabFiles.everybody(lab));
    }
  }

  @Test
  void a_hybrid_trusts_its_hoster() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults().withTopology(TopologyKind.HYBRID))) {
      assertThat(written(lab).domains())
          .flatExtracting(MonitoredDomain::trustedDomains)
          .containsExactly("online.example");
    }
  }

  @Test
  void certificates_of_users_can_be_used_and_are_named_by_whom_they_are_for() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults())) {
      written(lab);
      Path folder = directory.resolve("certificates");
      Path pem = folder.resolve("alice@contoso.example.pem");
      Path key = folder.resolve("alice@contoso.example.key");

      assertThat(new CertificateFiles(pem, Optional.of(key), Optional.empty()).load())
          .isInstanceOf(CertificateFiles.Loaded.Usable.class);
      assertThat(folder.resolve("alice@contoso.example.p12")).exists();
    }
  }

  @Test
  void accounts_know_the_authority_whose_tokens_the_servers_take() throws Exception {
    Product modern = Product.of(Generation.SFB_2019).with(ModernAuthentication.ONLY);
    try (Lab lab = Lab.start(LabSettings.defaults().withProduct(modern))) {
      assertThat(written(lab).domains())
          .flatExtracting(MonitoredDomain::accounts)
          .allMatch(account -> account.means().oauth().isPresent());
    }
  }

  @Test
  void hosted_domains_trust_the_one_that_the_servers_are_named_in() throws Exception {
    try (Lab lab = Lab.start(LabSettings.defaults().withTopology(TopologyKind.HOSTED))) {
      assertThat(written(lab).domains().getFirst().trustedDomains()).isEmpty();
      assertThat(written(lab).domains().getLast().trustedDomains())
          .containsExactly("contoso.example");
    }
  }

  private Configuration written(Lab lab) throws Exception {
    LabFiles files = LabFiles.write(lab, directory, LabFiles.everybody(lab), "127.0.0.1:0");
    return new ConfigurationReader(Machine.local(), Problem.Level.ERROR)
        .read(files.configuration())
        .configuration();
  }
}
