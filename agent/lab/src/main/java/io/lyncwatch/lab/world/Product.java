package io.lyncwatch.lab.world;

/** What a server runs, and how it lets users sign in. */
public record Product(Generation generation, Branch branch) {
  /** Refuses what never was. */
  public Product {
    if (!generation.hasUcwa() && branch != Branch.WEB_TICKET) {
      throw new IllegalArgumentException(
          "generation %s has no OAuth: its only branch is web-ticket".formatted(generation));
    }
  }

  /** As it comes out of the box: with every branch that it knows. */
  public static Product of(Generation generation) {
    return new Product(generation, generation.hasUcwa() ? Branch.BOTH : Branch.WEB_TICKET);
  }

  /** Whether {@code /root/user} takes web tickets. */
  public boolean offersTickets() {
    return branch != Branch.OAUTH;
  }

  /** Whether {@code /root/oauth/user} is there. */
  public boolean offersOauth() {
    return branch != Branch.WEB_TICKET;
  }
}
