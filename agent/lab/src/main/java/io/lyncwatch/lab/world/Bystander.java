package io.lyncwatch.lab.world;

/** What has nothing to do with Lync, and to which a fault leads clients or the proxy. */
public enum Bystander {
  /** Where a registrar of names shows what is for sale. */
  PARKING_SERVICE,
  /** What a guest network shows to those who have not paid yet. */
  HOTSPOT,
  /** A web application of the company's. */
  INTRANET,
  /** A firewall that drops what goes out and comes back in. */
  FIREWALL,
  /** An address at which there is no machine any more. */
  NOBODY
}
