package io.lyncwatch.lab.world;

/** The products of which a reverse proxy may be, told by their pages. */
public enum Gateway {
  /** Application Request Routing, a module of IIS. */
  ARR,
  /** Web Application Proxy, a role of Windows Server. */
  WAP
}
