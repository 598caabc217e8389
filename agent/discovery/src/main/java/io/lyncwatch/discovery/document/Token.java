package io.lyncwatch.discovery.document;

/** The link tokens that a sign-in needs to know by name ([MS-OCDISCWS] 2.2.5.5). */
public final class Token {
  /** The next server to ask. */
  public static final String REDIRECT = "Redirect";

  /** The Domain document. */
  public static final String DOMAIN = "Domain";

  /** The User document, for a web ticket; in the UCWA forms for a bearer token. */
  public static final String USER = "User";

  /** The User document, for a bearer token; Lync 2013 and later. */
  public static final String OAUTH = "OAuth";

  /** The document itself. */
  public static final String SELF = "Self";

  /** What precedes the name of a service for clients inside. */
  public static final String INTERNAL = "Internal/";

  /** What precedes the name of a service for clients outside. */
  public static final String EXTERNAL = "External/";

  /** The Autodiscover service; always after a side. */
  public static final String AUTODISCOVER = "Autodiscover";

  /** The authentication broker; always after a side. */
  public static final String AUTH_BROKER = "AuthBroker";

  /** The web scheduler; always after a side. */
  public static final String WEB_SCHEDULER = "WebScheduler";

  /** The mobility service of Lync 2010, up to Skype for Business 2015; always after a side. */
  public static final String MCX = "Mcx";

  /** The mobility service of Lync 2013 and later; alone or after a side. */
  public static final String UCWA = "Ucwa";

  /** The page for scripts of other web sites; alone or after a side. */
  public static final String XFRAME = "XFrame";

  private Token() {}
}
