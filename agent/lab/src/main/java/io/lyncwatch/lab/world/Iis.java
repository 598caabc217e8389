package io.lyncwatch.lab.world;

/** How IIS is set up on the machines of one server. */
public final class Iis {
  private FrontPage frontPage = FrontPage.REWRITTEN;
  private ApplicationState autodiscover = ApplicationState.RUNNING;
  private boolean ticketServiceDamaged;
  private boolean tlsDemanded;

  Iis() {}

  /** Changes what the sites make of a request for {@code /}. */
  public void show(FrontPage page) {
    frontPage = page;
  }

  /** What the sites make of a request for {@code /}. */
  public FrontPage frontPage() {
    return frontPage;
  }

  /** Changes how the Autodiscover service is. */
  public void autodiscover(ApplicationState state) {
    autodiscover = state;
  }

  /** How the Autodiscover service is. */
  public ApplicationState autodiscover() {
    return autodiscover;
  }

  /** Makes the configuration of the web ticket service unreadable. */
  public void damageTicketService() {
    ticketServiceDamaged = true;
  }

  /** Whether the web ticket service answers nothing but that its configuration is unreadable. */
  public boolean hasTicketServiceDamaged() {
    return ticketServiceDamaged;
  }

  /** Makes the sites refuse what comes over plain http. */
  public void demandTls() {
    tlsDemanded = true;
  }

  /** Whether the sites refuse what comes over plain http. */
  public boolean demandsTls() {
    return tlsDemanded;
  }
}
