package io.lyncwatch.lab.site;

/** Which of a server's two sites took a request, MS-OCDISCWS 2.2. */
public enum AccessLocation {
  /** The site on 80 and 443. */
  INTERNAL("Internal"),
  /** The site on 8080 and 4443, behind the reverse proxy. */
  EXTERNAL("External");

  private final String text;

  AccessLocation(String text) {
    this.text = text;
  }

  /** As it stands in documents. */
  public String text() {
    return text;
  }
}
