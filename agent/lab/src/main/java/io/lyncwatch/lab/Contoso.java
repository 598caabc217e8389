package io.lyncwatch.lab;

import io.lyncwatch.lab.directory.Staff;
import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.world.Server;
import io.lyncwatch.lab.world.Topology;
import io.lyncwatch.lab.world.World;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The company that the lab simulates: a Director and two pools, each at addresses of its own. */
final class Contoso {
  static final InetAddress INTERNAL_DNS = address("127.0.53.1");
  static final InetAddress EXTERNAL_DNS = address("127.0.53.2");

  private Contoso() {}

  static Topology topology(LabSettings settings) {
    Server director =
        new Server(
            "dir01",
            "dir01." + World.AD_DOMAIN,
            "dir01." + World.AD_DOMAIN,
            "dirweb." + World.WEB_DOMAIN,
            address("127.0.1.1"),
            address("127.0.2.1"));
    List<Server> pools = List.of(pool("01", 2), pool("02", 3));
    Staff staff = new Staff(settings.random());
    List<User> users = new ArrayList<>();
    for (String domain : settings.allDomains()) {
      users.addAll(
          staff.of(domain, pools.getFirst().internalName(), pools.getLast().internalName()));
    }
    users.addAll(settings.users());
    return new Topology(settings.allDomains(), director, pools, users);
  }

  private static Server pool(String number, int host) {
    return new Server(
        "pool" + number,
        "fe" + number + "." + World.AD_DOMAIN,
        "pool" + number + "." + World.AD_DOMAIN,
        "webpool" + number + "." + World.WEB_DOMAIN,
        address("127.0.1." + host),
        address("127.0.2." + host));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + literal, e);
    }
  }
}
