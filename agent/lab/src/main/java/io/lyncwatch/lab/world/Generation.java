package io.lyncwatch.lab.world;

/** The products that have had an Autodiscover service on premises. */
public enum Generation {
  /** Lync Server 2010 since its cumulative update 4: legacy documents and web tickets, no UCWA. */
  LYNC_2010("2010", "7.5"),
  /** Lync Server 2013: adds the Unified Communications Web API (UCWA) and OAuth. */
  LYNC_2013("2013", "8.5"),
  /** Skype for Business Server 2015: prefers the forms of UCWA, adds headers. */
  SFB_2015("2015", "8.5"),
  /** Skype for Business Server 2019: drops the service of Lync 2010 Mobile (Mcx). */
  SFB_2019("2019", "10.0");

  private final String label;
  private final String iis;

  Generation(String label, String iis) {
    this.label = label;
    this.iis = iis;
  }

  /** The year, as people write it. */
  public String label() {
    return label;
  }

  /** The version of IIS that the operating system of its days brings. */
  public String iis() {
    return iis;
  }

  /** Whether it knows UCWA, its forms of documents, frames for browsers, and OAuth. */
  public boolean hasUcwa() {
    return this != LYNC_2010;
  }

  /** Whether it serves Lync 2010 Mobile. */
  public boolean hasMcx() {
    return this != SFB_2019;
  }

  /** Whether it answers in a form of UCWA if the client does not mind. */
  public boolean prefersUcwa() {
    return isSkype();
  }

  /** Whether it demands https of browsers and gives every answer an identifier. */
  public boolean isSkype() {
    return this == SFB_2015 || this == SFB_2019;
  }

  @Override
  public String toString() {
    return label;
  }
}
