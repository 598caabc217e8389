package io.lyncwatch.discovery.document;

import java.util.List;
import java.util.Optional;

/** What the service answered. */
public sealed interface AutodiscoverDocument {
  /** The web site that answered, if the form and the server say so. */
  Optional<AccessLocation> accessLocation();

  /**
   * Another server is to be asked. Any document with a Redirect link is one, whatever else it
   * holds: a root over plain http, a root or user document for somebody homed elsewhere.
   *
   * @param from the document in which the link stood; the UCWA forms may leave that to the path of
   *     the URL that was asked
   * @param href absolute, {@code http} or {@code https}
   */
  record Redirect(DocumentKind from, Optional<AccessLocation> accessLocation, String href)
      implements AutodiscoverDocument {}

  /** The entry point, normally with the links Domain and User. */
  record Root(Optional<AccessLocation> accessLocation, Links links)
      implements AutodiscoverDocument {}

  /** The topology of the server that was asked. The UCWA forms have no such document. */
  record Domain(Optional<AccessLocation> accessLocation, Links links, List<SipAccess> sipAccesses)
      implements AutodiscoverDocument {
    /** Copies the list. */
    public Domain {
      sipAccesses = List.copyOf(sipAccesses);
    }
  }

  /** The services of a user who is homed here. */
  record User(Optional<AccessLocation> accessLocation, Links links, List<SipAccess> sipAccesses)
      implements AutodiscoverDocument {
    /** Copies the list. */
    public User {
      sipAccesses = List.copyOf(sipAccesses);
    }
  }
}
