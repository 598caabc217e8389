package io.lyncwatch.lab.director;

import io.lyncwatch.lab.directory.User;
import io.lyncwatch.lab.site.Home;
import io.lyncwatch.lab.site.Pages;
import io.lyncwatch.lab.web.Reply;
import io.lyncwatch.lab.web.Request;
import io.lyncwatch.lab.world.Replica;
import io.lyncwatch.lab.world.Topology;
import java.util.Map;
import java.util.function.Function;

/** What makes a server a Director: it is nobody's home, and has few services besides. */
public final class Director {
  private Director() {}

  /** Every user whose home it knows is elsewhere. */
  public static Function<User, Home> homes(Topology topology, Replica replica) {
    return user ->
        replica
            .home(user.address())
            .flatMap(topology::server)
            .<Home>map(Home.Elsewhere::new)
            .orElseGet(Home.Unknown::new);
  }

  /** The pages of the simple URLs, which a Director may serve for all pools. */
  public static Map<String, Function<Request, Reply>> services() {
    Reply meeting = Pages.html(200, "Meeting");
    Reply dialIn = Pages.html(200, "Dial-in Conferencing");
    return Map.of("/meet", request -> meeting, "/dialin", request -> dialIn);
  }
}
