package io.lyncwatch.lab.fault;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what an argument names in a world; without an argument, the first of its kind. */
final class Choice {
  /** What a whole publishing rule names, in lower case. */
  private static final List<String> PUBLISHED_FOLDERS =
      List.of(
          "meet",
          "dialin",
          "abs",
          "groupexpansion",
          "autodiscover",
          "webticket",
          "mcx",
          "ucwa",
          "reach",
          "scheduler",
          "certprov");

  private Choice() {}

  static String domain(World world, Optional<String> name) {
    return among("SIP domain", world.topology().sipDomains(), Function.identity(), name);
  }

  static Server pool(World world, Optional<String> name) {
    return among("pool", world.topology().pools(), Server::name, name);
  }

  static User user(World world, Optional<String> address) {
    return among("user", world.topology().users(), User::address, address);
  }

  static String publishedFolder(Optional<String> name) {
    return among("published path", PUBLISHED_FOLDERS, Function.identity(), name);
  }

  private static <T> T among(
      String kind, List<T> all, Function<T, String> naming, Optional<String> name) {
    return all.stream()
        .filter(one -> name.isEmpty() || naming.apply(one).equalsIgnoreCase(name.get()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                all.stream()
                    .limit(10)
                    .map(naming)
                    .collect(
                        Collectors.joining(
                            ", ",
                            "the lab has no %s '%s'; it has: ".formatted(kind, name.orElse("")),
                            all.size() > 10 ? ", ..." : ""))));
  }
}
