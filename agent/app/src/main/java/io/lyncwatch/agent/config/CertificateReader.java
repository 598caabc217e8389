package io.lyncwatch.agent.config;

import io.lyncwatch.agent.config.Problem.Level;
import io.lyncwatch.discovery.auth.CertificateFiles;
import io.lyncwatch.discovery.auth.CertificateFiles.Loaded;
import io.lyncwatch.discovery.auth.SecretSource;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where the certificate of an account is, and looks whether it can be used. */
final class CertificateReader {
  private final FilePaths paths;
  private final PasswordReader passwords;
  private final Level unreadable;

  CertificateReader(FilePaths paths, PasswordReader passwords, Level unreadable) {
    this.paths = paths;
    this.passwords = passwords;
    this.unreadable = unreadable;
  }

  Optional<CertificateFiles> certificate(Setting setting) {
    return setting.section().flatMap(section -> read(setting, section));
  }

  private Optional<CertificateFiles> read(Setting setting, Section section) {
    Optional<Path> file = section.requiredValue("file", paths::resolve);
    Optional<Path> key = section.value("key", paths::resolve);
    Optional<SecretSource> password =
        section.get("password").flatMap(passwords::password).map(source -> source);
    section.end();
    Optional<CertificateFiles> files = file.map(path -> new CertificateFiles(path, key, password));
    files.ifPresent(found -> look(setting, found));
    return files;
  }

  private void look(Setting setting, CertificateFiles files) {
    Path secret = files.key().orElse(files.certificate());
    if (files.load() instanceof Loaded.Unusable(String where, String why)) {
      setting.problem(unreadable, "the certificate cannot be used: " + where + " " + why);
    } else if (SecretFile.openToOthers(secret)) {
      setting.problem(
          Level.WARNING, secret + " may be read by others than its owner: chmod go-rwx " + secret);
    }
  }
}
