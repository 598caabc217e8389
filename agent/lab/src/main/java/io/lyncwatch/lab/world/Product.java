package io.lyncwatch.lab.world;

/** What a server runs, and how it lets users sign in. */
public record Product(Generation generation, Branch branch, ModernAuthentication modern) {
  /** Refuses what never was. */
  public Product {
    if (!generation.hasUcwa() && branch != Branch.WEB_TICKET) {
      throw new IllegalArgumentException(
          "generation %s has no OAuth: its only branch is web-ticket".formatted(generation));
    }
    if (!generation.isSkype() && modern != ModernAuthentication.OFF) {
      throw new IllegalArgumentException(
          "generation %s knows no modern authentication".formatted(generation));
    }
    if (branch == Branch.WEB_TICKET && modern != ModernAuthentication.OFF) {
      throw new IllegalArgumentException(
          "modern authentication needs a branch with tokens, not web-ticket");
    }
  }

  /** Without modern authentication. */
  public Product(Generation generation, Branch branch) {
    this(generation, branch, ModernAuthentication.OFF);
  }

  /** The same with modern authentication or without. */
  public Product with(ModernAuthentication other) {
    return new Product(generation, branch, other);
  }

  /** As it comes out of the box: with every branch that it knows. */
  public static Product of(Generation generation) {
    return new Product(generation, generation.hasUcwa() ? Branch.BOTH : Branch.WEB_TICKET);
  }

  /** Whether {@code /root/user} takes web tickets. */
  public boolean offersTickets() {
    return branch != Branch.OAUTH && modern != ModernAuthentication.ONLY;
  }

  /** Whether it issues bearer tokens itself. */
  public boolean issuesTokens() {
    return offersOauth() && modern != ModernAuthentication.ONLY;
  }

  /** Whether {@code /root/oauth/user} is there. */
  public boolean offersOauth() {
    return branch != Branch.WEB_TICKET;
  }
}
