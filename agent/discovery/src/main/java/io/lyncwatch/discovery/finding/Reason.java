package io.lyncwatch.discovery.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The closed list of what can be wrong, and the only place that says how bad it is, why it happens
 * and what an administrator does. A constant's {@link #code()} is a metric label and the name of
 * its runbook; it is a contract.
 *
 * <p>Causes and cures hold places like {@code {name|the name}}: a {@link Finding} fills them from
 * its evidence, the catalogue shows the words after the bar.
 */
public enum Reason {
  DNS_NXDOMAIN(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "{resolver|The resolver} knows no such name: {name|NXDOMAIN}.",
      "Create an A record or a CNAME for {name|the name} in the {view|affected} DNS; inside, add it"
          + " to the zone that hides the public one.",
      Users.CONNECT),
  DNS_NO_ADDRESS(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "{name|The name} exists at {resolver|the resolver} but leads to no address{alias|}.",
      "Give {name|the name} an A record, or correct the name that its CNAME points to.",
      Users.CONNECT),
  DNS_SERVFAIL(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "{resolver|The resolver} answered {rcode|with an error} for {name|the name}: it could not or"
          + " would not find out.",
      "Look at {resolver|the resolver} itself: its forwarders, its DNSSEC validation, its access"
          + " rules, and the delegation of the zone.",
      Users.CONNECT),
  DNS_TIMEOUT(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "{resolver|The resolver} did not answer for {name|the name} within {waited|the time allowed},"
          + " also after asking again.",
      "Check that the server at {address|that address} runs and that UDP and TCP port {port|53} to"
          + " it are open from here.",
      Users.CONNECT),
  DNS_UNREACHABLE(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "No DNS server listens at {address|the resolver's address}, or there is no way to it"
          + " ({detail|connection refused}).",
      "Start the DNS service there, or correct the address of {resolver|the resolver} in the"
          + " configuration.",
      Users.CONNECT),
  DNS_MALFORMED(
      Severity.ERROR,
      Stages.ANY_STAGE,
      "What {resolver|the resolver} answered for {name|the name} is not a DNS answer"
          + " ({detail|unreadable}).",
      "Something between here and {address|the server} answers in its place or damages its answers:"
          + " check firewalls and DNS proxies.",
      Users.CONNECT),
  DNS_INTERNAL_RECORD_LEAKED(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "{name|The internal discovery record} resolves on the Internet ({addresses|it has"
          + " addresses}): phones outside try it before the record that is meant for them.",
      "Remove {name|it} from public DNS; if a wildcard record answers for it, mend that finding"
          + " first.",
      Users.UNKNOWN),
  DNS_WILDCARD(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "A wildcard record answers for {name|a discovery record} at {resolver|a resolver}"
          + " ({addresses|the same addresses}): a random name beside it gets the same answer.",
      "Publish an explicit record for {name|that name}, one that leads nowhere (such as a TXT"
          + " record) where the name should be absent, or remove the wildcard record; if the zone"
          + " has none, {resolver|the resolver} makes answers up: ask another.",
      Users.UNKNOWN),
  DNS_CNAME_FOREIGN(
      Severity.INFO,
      EnumSet.of(Stage.RESOLVE),
      "{name|A discovery record} is an alias (CNAME) of {target|a name} outside of {domain|the SIP"
          + " domain} and its trusted domains: phones still ask for {name|the original name}, and"
          + " over https only a certificate with that name satisfies them.",
      "Have whoever runs {target|that server} put {name|the original name} into its certificate or"
          + " publish it over http, or give {name|it} a record of your own; if {target|that name}"
          + " is yours, add its domain to trusted-domains.",
      Users.SOME),
  DNS_LYNC_ONLINE(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "{name|A discovery record} of this domain points to Lync Online ({target|its front door}),"
          + " which closed in 2021: nobody can sign in there.",
      "Point {name|it} to the reverse proxy of your own pool or Director; if everybody has moved to"
          + " Teams, remove the record and stop watching {domain|this domain}.",
      Users.CONNECT),
  DNS_RECORD_UNEXPECTED(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "{name|A discovery record} resolves at {resolver|a resolver} ({addresses|it has addresses}),"
          + " and the configuration says that it should not.",
      "Remove the record, or correct what the configuration expects of it.",
      Users.UNKNOWN),
  DNS_RESOLVERS_DISAGREE(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "The resolvers of this view give different addresses for {name|one name}: {answers|see the"
          + " evidence}.{undetermined|}",
      "Find the resolver that is behind: check zone transfers, replication and cached answers, and"
          + " flush its cache.",
      Users.UNKNOWN),
  DNS_TOO_MANY_ADDRESSES(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE, Stage.CAPTURE),
      "{name|The name} has {count|many} addresses, more than the {limit|16} that one run asks; this"
          + " time {left|some} were not asked.",
      "Take addresses that lead nowhere out of the record. If it should have that many, nothing is"
          + " wrong: those left out have their turn in other runs.",
      Users.UNKNOWN),
  DNS_PROPAGATING(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "A change of {name|a name} is on its way: its authoritative servers say {answer|the same},"
          + " and {resolvers|a resolver} still holds another answer, for {longest|as long as its"
          + " TTL says} at most.{unheard|}",
      "Wait that long, or flush the cache of {resolvers|the resolver}; if it lasts longer,"
          + " {resolvers|the resolver} does not take its answers from the authoritative servers of"
          + " {zone|the zone}: check its forwarders and whether it holds a copy of its own.",
      Users.UNKNOWN),
  DNS_AUTHORITY_STALE(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "The authoritative servers of {zone|the zone} do not say the same of {name|a name}"
          + " ({said|see the evidence}); behind: {servers|not to be told from their"
          + " serials}.{unheard|}",
      "Mend the transfer or replication of {zone|the zone} to {servers|the one that is behind}"
          + " (allowed transfers, notifications, replication errors), then flush the caches of the"
          + " resolvers.",
      Users.UNKNOWN),
  DNS_VIEWS_MIXED(
      Severity.WARNING,
      EnumSet.of(Stage.RESOLVE),
      "The resolvers of this view do not show the same side of split DNS: for {name|one name} they"
          + " lead to different authoritative servers ({sides|see the evidence}).",
      "Declare them in different views in the configuration; if they should show the same side,"
          + " correct the forwarder or the delegation of the one that leads elsewhere.",
      Users.UNKNOWN),
  TCP_REFUSED(
      Severity.ERROR,
      Stages.CONNECTED,
      "{endpoint|The server} refused the connection at {address|its address}: nothing listens on"
          + " that port.",
      "Start the web service or the publishing rule behind {endpoint|it}, and check that the name"
          + " leads to the right address.",
      Users.CONNECT),
  TCP_TIMEOUT(
      Severity.ERROR,
      Stages.CONNECTED,
      "The connection to {endpoint|the server} at {address|its address} was not answered within"
          + " {waited|the time allowed}.",
      "Open the port in the firewalls on the way; from inside to an external name, allow the way"
          + " out and back in (hairpin).",
      Users.CONNECT),
  TCP_UNREACHABLE(
      Severity.ERROR,
      Stages.CONNECTED,
      "There is no way from here to {endpoint|the server} at {address|its address} ({detail|no"
          + " route}).",
      "Check routing and address families: an AAAA record is of no use where clients have no IPv6.",
      Users.CONNECT),
  TLS_EXPIRING(
      Severity.WARNING,
      Stages.CONNECTED,
      "The certificate {subject|of the server} ends on {not-after|a day soon}, in {days|a few}"
          + " days.",
      "Renew it, assign it with the certificate wizard, and also replace it in the listener of the"
          + " reverse proxy.",
      Users.UNAFFECTED),
  TLS_EXPIRED(
      Severity.ERROR,
      Stages.CONNECTED,
      "The certificate {subject|of the server} ended on {not-after|a day past}.",
      "Renew it, assign it with the certificate wizard, and also replace it in the listener of the"
          + " reverse proxy.",
      Users.CERTIFICATE),
  TLS_NOT_YET_VALID(
      Severity.ERROR,
      Stages.CONNECTED,
      "The certificate {subject|of the server} is valid only from {not-before|a day to come}.",
      "Check the clock of the server and of this machine; if both are right, assign the previous"
          + " certificate until then.",
      Users.CERTIFICATE),
  TLS_NAME_MISMATCH(
      Severity.ERROR,
      Stages.CONNECTED,
      "The certificate presented does not cover {name|the name asked for}; it covers {covers|other"
          + " names}.",
      "Request a certificate with {name|that name} among its subject alternative names and bind it"
          + " to the listener that answers there.",
      Users.NAME),
  TLS_UNTRUSTED(
      Severity.ERROR,
      Stages.CONNECTED,
      "The certificate chain does not lead to a trusted root ({detail|no path found}).",
      "Use a certificate of a public authority, or install the root {issuer|of the private one} on"
          + " the devices and name it under trust in the configuration.",
      Users.ISSUER),
  TLS_CHAIN_INCOMPLETE(
      Severity.ERROR,
      Stages.CONNECTED,
      "The server sends its certificate without the intermediate {missing|above it}, which is found"
          + " only at {found-at|where the certificate says}: Windows fetches it from there and goes"
          + " on, iPhones do not and fail.",
      "Install {missing|the intermediate} among the intermediate certificates of the machine that"
          + " answers there (proxy, balancer or Front End) and bind the certificate anew, so that"
          + " the whole chain is sent.",
      Users.ISSUER),
  TLS_NOT_PUBLIC(
      Severity.INFO,
      EnumSet.of(Stage.CAPTURE),
      "The certificate of {issuer|a private authority} is trusted by this machine or its"
          + " configuration only, not by the public roots (list of {as-of|this program}):"
          + " clients trust it where somebody has installed that authority's root.",
      "See to it that every device gets the root, or use a certificate of a public authority.",
      Users.ISSUER),
  TLS_WEAK(
      Severity.WARNING,
      EnumSet.of(Stage.CAPTURE),
      "Current clients refuse what the chain relies on: {weakness|a key or a signature in it is too"
          + " weak}.",
      "Request the certificate anew with an RSA key of 2048 bits or more and a SHA-256 signature;"
          + " if an intermediate is the weak one, ask its authority for the current one.",
      Users.CERTIFICATE),
  TLS_USAGE_WRONG(
      Severity.ERROR,
      EnumSet.of(Stage.CAPTURE),
      "The certificate {subject|presented} is not meant for a server: {flaw|its extensions say"
          + " otherwise}.",
      "Request it anew from a template for web servers, with the purpose Server Authentication.",
      Users.CERTIFICATE),
  TLS_CHAIN_DISORDERED(
      Severity.WARNING,
      EnumSet.of(Stage.CAPTURE),
      "The certificates are sent in an order that TLS before 1.3 does not allow: {flaw|one does not"
          + " follow from another}.",
      "Bind them anew on the machine that answers there: the server's own first, then each followed"
          + " by that of its issuer, none twice.",
      Users.UNKNOWN),
  TLS_CHAIN_OVERSIZED(
      Severity.ERROR,
      Stages.CONNECTED,
      "{endpoint|The server} presents more than the 20 certificates or the 1 MiB that are read here"
          + " ({detail|it sent more}); common clients stop far earlier, Java's at 10 certificates"
          + " and OpenSSL's at 100 KiB.",
      "Bind the certificate anew on the machine that answers there with its own intermediates only;"
          + " if its names are what makes it so large, spread them over several certificates.",
      Users.CONNECT),
  TLS_SNI_NEEDED(
      Severity.INFO,
      EnumSet.of(Stage.CAPTURE),
      "Clients that send no server name with their hello (SNI), as very old ones and the health"
          + " checks of some balancers do not, get {instead|another certificate} from"
          + " {endpoint|the server}.",
      "Make the certificate also the default one of the listener: on Windows by a binding without a"
          + " host name (netsh http add sslcert ipport=0.0.0.0:443), on a proxy or balancer by its"
          + " default server or default TLS profile.",
      Users.UNAFFECTED),
  TLS_PROTOCOL_WEAK(
      Severity.WARNING,
      EnumSet.of(Stage.CAPTURE),
      "{endpoint|The server} accepts what auditors complain of: {accepted|versions or ciphers that"
          + " are known to be weak}.",
      "When all that talk to it can do without, switch it off where TLS ends: on Windows in the"
          + " registry under SecurityProviders\\SCHANNEL (Protocols and Ciphers, Enabled=0) and in"
          + " the policy SSL Cipher Suite Order, then restart; on a proxy or balancer in the"
          + " listener's TLS profile, by its versions and ciphers.",
      Users.UNAFFECTED),
  TLS_REVOKED(
      Severity.ERROR,
      EnumSet.of(Stage.CAPTURE),
      "The certificate {subject|presented} was revoked on {since|a day past} ({why|no reason"
          + " given}), says {source|its authority}: clients that ask do not go on.",
      "Ask the authority why it was revoked, request a new certificate with a new key and bind it"
          + " wherever the old one is; if an intermediate is the revoked one, get one that its"
          + " authority has issued with another.",
      Users.CERTIFICATE),
  TLS_REVOCATION_UNKNOWN(
      Severity.WARNING,
      EnumSet.of(Stage.CAPTURE),
      "Whether {subject|the certificate presented} has been revoked cannot be found out from"
          + " {from|here}: {obstacles|no source that it names gives an answer}.",
      "Where the certificate names a source, open the way over http to {hosts|it} from that"
          + " network, or mend what is published there: careful clients refuse a certificate whose"
          + " sources give no answer, and others wait before they go on. If it names none, or wrong"
          + " ones, correct them at the authority (CDP and AIA) and renew the certificate; one that"
          + " names none troubles no client, but whether it is revoked nobody learns.",
      Users.UNKNOWN),
  TLS_CRL_ENDING(
      Severity.WARNING,
      EnumSet.of(Stage.CAPTURE),
      "The revocation list at {url|the authority} by which {subject|the certificate} is checked"
          + " ends on {next-update|a day soon}, in {left|a few hours}, and no newer one has taken"
          + " its place: from then on careful clients refuse everything that this authority has"
          + " issued.",
      "Have the authority make a new list (on a Windows one: certutil -crl) and see to it that it"
          + " comes to {url|where certificates say}; an offline root has to be started for it.",
      Users.UNAFFECTED),
  TLS_PROTOCOL_TOO_OLD(
      Severity.ERROR,
      EnumSet.of(Stage.CAPTURE, Stage.TICKET, Stage.USER),
      "{endpoint|The server} speaks only {version|an old TLS version}, below the minimum that a"
          + " secret may travel over ({minimum|TLSv1.2}).",
      "Enable TLS 1.2 on the server; if that is not possible, accept the risk with tls-minimum in"
          + " the configuration.",
      Users.UNKNOWN),
  TLS_HANDSHAKE(
      Severity.ERROR,
      Stages.CONNECTED,
      "{endpoint|The server} took the connection but no TLS session came about ({detail|the"
          + " handshake failed}).",
      "Check that the port speaks TLS and has a certificate bound, and which protocol versions and"
          + " ciphers it allows.",
      Users.CONNECT),
  TLS_NAME_UNKNOWN(
      Severity.ERROR,
      Stages.CONNECTED,
      "{endpoint|The server} has no certificate for the name {name|that it was asked by} and turns"
          + " clients that ask for it away.",
      "Request a certificate with {name|that name} among its subject alternative names and give it"
          + " to the listener that answers there, which goes by the name that is asked for (SNI);"
          + " or have the name lead to the machine that serves it.",
      Users.CONNECT),
  HTTPS_BROKEN_HTTP_WORKS(
      Severity.WARNING,
      EnumSet.of(Stage.ROOT),
      "https to {name|the discovery record} fails, and http leads to the service: phones that start"
          + " with http still sign in, others do not.",
      "Mend the https side, see the finding that this one follows from.",
      Users.SOME),
  HTTP_TIMEOUT(
      Severity.ERROR,
      EnumSet.of(
          Stage.ROOT,
          Stage.DOMAIN,
          Stage.CHALLENGE,
          Stage.METADATA,
          Stage.TICKET,
          Stage.USER,
          Stage.SERVICES),
      "{url|The server} took the request but did not finish its answer within {waited|the time"
          + " allowed}.",
      "Look at the load and the event log of the Front End, and at the time-outs of the reverse"
          + " proxy.",
      Users.CONNECT),
  HTTP_BROKEN(
      Severity.ERROR,
      EnumSet.of(
          Stage.ROOT,
          Stage.DOMAIN,
          Stage.CHALLENGE,
          Stage.METADATA,
          Stage.TICKET,
          Stage.USER,
          Stage.SERVICES),
      "The answer of {url|the server} is not usable HTTP ({detail|the connection ended early}).",
      "Ask the same URL without the proxies in between: one of them, or another program on that"
          + " port, cuts or changes the answer.",
      Users.CONNECT),
  HTTP_STATUS(
      Severity.ERROR,
      EnumSet.of(
          Stage.ROOT, Stage.DOMAIN, Stage.CHALLENGE, Stage.METADATA, Stage.USER, Stage.SERVICES),
      "{url|The server} answered {status|with an error status} where the service would not.",
      "403 and 404: check the web site, the virtual directory and its restrictions in IIS on"
          + " {node|the server}, and that the proxy leads to 4443 and 8080 there; any other: look"
          + " for the same moment in the event log of {node|the server}.",
      Users.CONNECT),
  HTTP_NOT_LYNC(
      Severity.ERROR,
      EnumSet.of(
          Stage.ROOT, Stage.DOMAIN, Stage.CHALLENGE, Stage.METADATA, Stage.USER, Stage.SERVICES),
      "Something else than the service answered at {url|that URL} ({status|unexpected status},"
          + " {type|other content}{page|}, X-MS-Server-Fqdn: {node|none}).",
      "Correct the DNS record, or let the publishing rule pass {path|the names and paths of the"
          + " service} on: the request ends at a proxy, a parking page or another web site.",
      Users.CONNECT),
  WRONG_APPLICATION(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "Another web application than Lync answers at {url|the discovery record} ({status|a"
          + " status}{page|}), behind the certificate that is right for the name: the reverse proxy"
          + " has the request and leads it elsewhere.",
      "Find the rule of the proxy that takes the name: one for all names, or one for http, that"
          + " stands above that of Lync, or a condition that matches too much. Put that of Lync"
          + " first, and see that it names the Front End or pool as its server (with ARR, Failed"
          + " Request Tracing shows which rule matched).",
      Users.CONNECT),
  PREAUTHENTICATION(
      Severity.ERROR,
      Stages.ANSWERED,
      "Before the service has a say, somebody else asks at {url|its URL} who the client is"
          + " ({login|a challenge without the headers of the service}): a reverse proxy with"
          + " pre-authentication, or a portal for single sign-on.",
      "Turn pre-authentication off at the reverse proxy for the names of Lync: with Web Application"
          + " Proxy, publish them with -ExternalPreauthentication PassThrough; elsewhere, let the"
          + " rule ask for no authentication. Phones cannot answer it, and the service"
          + " authenticates by itself.",
      Users.CONNECT),
  CAPTIVE_PORTAL(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "In this network {url|the discovery record} leads to a page of somebody else ({login|a login"
          + " page}), as it does in guest networks for those who have not signed in there.",
      "Sign this machine in there, or take it into another network: nothing that it finds here says"
          + " anything of the service. If phones elsewhere get the same page, the record leads to"
          + " somebody else's server: correct it.",
      Users.UNKNOWN),
  SSL_REQUIRED(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "{url|The server} refuses plain http ({status|403}): IIS, or a proxy, demands SSL there."
          + " Clients that begin with https do not notice.",
      "Clear \"Require SSL\" at the Autodiscover directory of both web sites in IIS, or let the"
          + " proxy forward port 80 to 8080. If all clients come over https, it may stay as it is.",
      Users.SOME),
  HTTPS_NOT_PUBLISHED(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "Nobody answers for https at {endpoint|the discovery record}, while the service answers for"
          + " http there.",
      "Publish https, too: 443 of the reverse proxy to 4443 of the Front End or pool; if the rule"
          + " is there, look for a firewall before it that lets only port 80 through.",
      Users.SOME),
  HAIRPIN_BLOCKED(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT, Stage.SERVICES),
      "From inside, the external name {endpoint|of the service} at {address|its address} gives no"
          + " answer within {waited|the time allowed}: firewalls commonly take for forged, and"
          + " drop, what goes out to their own address and back in (hairpin).",
      "Allow that way at the firewall, or let internal DNS lead the name to the address that the"
          + " reverse proxy has inside. If nobody answers outside either, it is the proxy itself,"
          + " or the way to it.",
      Users.CONNECT),
  AUTODISCOVER_MISSING(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "{node|The server} has no Autodiscover service: it is not found at its own path"
          + " {service|either}.",
      "On Lync Server 2010, install CU4 or later and McxStandalone.msi, then run Enable-CsComputer;"
          + " on later versions, install the web components again. If another server should have"
          + " answered, correct the bridge of the proxy (443 to 4443, 80 to 8080) or the record"
          + " that leads here.",
      Users.CONNECT),
  APPLICATION_STOPPED(
      Severity.ERROR,
      Stages.ANSWERED,
      "At {url|its URL} the application is not running ({status|503}{software|}): its application"
          + " pool in IIS is stopped; or a balancer on the way has no server left that it takes for"
          + " healthy.",
      "Start the application pool on the Front End (LyncExtAutodiscover or LyncIntAutodiscover for"
          + " Autodiscover) and read in the event log why it stopped, from the source WAS; at a"
          + " balancer, look at its health checks.",
      Users.CONNECT),
  APPLICATION_DAMAGED(
      Severity.ERROR,
      Stages.ANSWERED,
      "At {url|its URL} the web server cannot run the application ({status|500}{page|}): a damaged"
          + " web.config (500.19), or .NET or HTTP Activation missing in Windows (500.21).",
      "Ask the same URL on the Front End itself, where the page tells more. Restore web.config,"
          + " install the features .NET Framework and HTTP Activation, or install the web"
          + " components again. If a proxy says this, it may not accept the certificate of the"
          + " Front End.",
      Users.CONNECT),
  BACKEND_UNREACHABLE(
      Severity.ERROR,
      Stages.ANSWERED,
      "The proxy that answers at {url|its URL} does not reach the server behind it ({status|502 or"
          + " 504}{software|}).",
      "From the proxy, look up the server that its rule or farm names (it should be the internal"
          + " name of the Front End or pool), connect to its port 4443, and see that the proxy"
          + " trusts the authority of its certificate and that its health test succeeds; a time-out"
          + " of less than 200 s is too short for mobile clients.",
      Users.CONNECT),
  HTTP_CONTENT_TYPE(
      Severity.INFO,
      EnumSet.of(Stage.ROOT, Stage.DOMAIN, Stage.USER),
      "The document of {url|the service} can be read, but it is labelled {type|otherwise} where"
          + " {asked|another form} was asked for: the server does not go by the Accept header, or a"
          + " proxy changes the answer's.",
      "Compare with the answer of the Front End itself; if that is right, let the proxy pass the"
          + " headers Accept and Content-Type on unchanged.",
      Users.UNAFFECTED),
  ROOT_MALFORMED(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "{url|The service} answered, but not with a root document ({detail|unreadable}).",
      "Look at what it sends with curl; repair the web components of the Front End or the proxy"
          + " that changes the body.",
      Users.CONNECT),
  DOCUMENT_MALFORMED(
      Severity.ERROR,
      EnumSet.of(Stage.DOMAIN, Stage.CHALLENGE, Stage.USER),
      "{url|The service} answered, but not with {document|the document that belongs there}"
          + " ({detail|unreadable}).",
      "Look at what it sends with curl; repair the web components of the Front End or the proxy"
          + " that changes the body.",
      Users.CONNECT),
  ROOT_REWRITE_MISSING(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "At / there is no way to the service ({url|the entry point} answers {status|something else}),"
          + " which answers at {service|its own path}: the rewrite rule that leads from one to the"
          + " other does not work.",
      "Repair the URL Rewrite rules of IIS (module installed, Enable-CsComputer run), and let the"
          + " reverse proxy pass the original Host header on.",
      Users.UNKNOWN),
  EXTERNAL_NAME_MISSING(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT, Stage.CHALLENGE),
      "Clients outside are sent to {url|a URL} on {name|a host} that does not exist there: the home"
          + " pool has no external name, has its internal one instead, or the name was never"
          + " published; or, if that host is a hoster's, the provider's URL is wrong.",
      "Give the pool a name of its own for external web services in the topology, publish the"
          + " topology and run Enable-CsComputer; put that name into public DNS, the publishing"
          + " rule and the certificate.",
      Users.UNKNOWN),
  ACCESS_LOCATION_WRONG(
      Severity.WARNING,
      EnumSet.of(Stage.ROOT),
      "Asked from outside, {url|the service} answers with AccessLocation Internal: the proxy hands"
          + " the request to the internal web site.",
      "Bridge 443 to 4443 and 80 to 8080 on the Front End, not to 443 and 80.",
      Users.UNKNOWN),
  TOPOLOGY_NODES_DISAGREE(
      Severity.WARNING,
      EnumSet.of(Stage.ROOT),
      "The nodes behind {name|one name} do not say the same of the deployment: {answers|see the"
          + " evidence}.",
      "Take the machine that does not belong there out of DNS or the load balancer; one that does"
          + " is behind the others: check its replication (Get-CsManagementStoreReplicationStatus),"
          + " its updates and Enable-CsComputer.",
      Users.UNKNOWN),
  TOPOLOGY_OTHER_POOL(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "Asked as {name|one pool}, {node|the server} answers for another one: its documents name"
          + " {hosts|other hosts} only.",
      "Correct the record, the load balancer or the publishing rule that leads {name|the name}"
          + " there; if the machine is the right one, run Enable-CsComputer on it and check its"
          + " replication.",
      Users.UNKNOWN),
  REDIRECT_LOOP(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "The service sends the client in a circle: {url|one URL} came up twice.",
      "Find out where the user is homed (Get-CsUser) and why two servers each name the other:"
          + " replication, the hosting provider's URL, or a stale home server attribute.",
      Users.UNKNOWN),
  REDIRECT_TOO_MANY(
      Severity.ERROR,
      EnumSet.of(Stage.ROOT),
      "More than {limit|10} redirects were needed; clients give up there.",
      "Shorten the chain: publish the discovery records at the pool or Director that knows the"
          + " users.",
      Users.UNKNOWN),
  REDIRECT_UNTRUSTED(
      Severity.ERROR,
      EnumSet.of(
          Stage.ROOT,
          Stage.DOMAIN,
          Stage.CHALLENGE,
          Stage.METADATA,
          Stage.TICKET,
          Stage.USER,
          Stage.SERVICES),
      "The service leads to {host|a host} outside {domain|the SIP domain}, and the answer that says"
          + " so is not to be trusted with it: a phone would ask its user here.",
      "If that host is yours, add it to trusted-domains; if not, correct the URL that the service"
          + " gives out.",
      Users.ASK),
  CHALLENGE_NO_TICKET_URL(
      Severity.ERROR,
      EnumSet.of(Stage.CHALLENGE),
      "{url|The User resource} refused without naming who issues tickets{offered|}: something"
          + " asks for authentication before the service is reached.",
      "Turn off pre-authentication for this publishing rule: the service authenticates by itself."
          + " If there is none, enable anonymous authentication for the Autodiscover directory in"
          + " IIS, which it is installed with.",
      Users.UNKNOWN),
  CHALLENGE_OTHER_AUTHORITY(
      Severity.ERROR,
      EnumSet.of(Stage.CHALLENGE, Stage.TICKET),
      "{url|The User resource} accepts only tokens of an authority outside of this deployment"
          + "{offered|}, as hybrid modern authentication sets it up, and the account has none that"
          + " it could ask.",
      "Register the agent there and give the account oauth: {authority: URL, client-id: ID}, allow"
          + " web tickets or the password grant for it, or watch this domain without an account.",
      Users.UNKNOWN),
  METADATA_UNAVAILABLE(
      Severity.ERROR,
      EnumSet.of(Stage.METADATA),
      "The metadata of the web ticket service at {url|its URL} cannot be read ({detail|unexpected"
          + " answer}).",
      "Publish the path /WebTicket/*, and check the web ticket service in the event log of the"
          + " Front End.",
      Users.UNKNOWN),
  AUTH_METHOD_NOT_OFFERED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The web ticket service} offers no way to sign in that this account can use"
          + " (offered: {offered|nothing known}).",
      "Let the service offer it again (Get-CsWebServiceConfiguration: UseWindowsAuth,"
          + " UseCertificateAuth; Get-CsAuthConfig on later versions), or choose another sign-in"
          + " for the account.",
      Users.UNKNOWN),
  AUTH_REJECTED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The web ticket service} rejected {rejected|the name or the password of the"
          + " account}{diagnostics|}. {suspects|What it may be, the likeliest first: a wrong or"
          + " changed password, one that has expired, an account that is locked or disabled,"
          + " another user name than the directory's.}",
      "{remedy|Look at the account in the directory (Get-ADUser with LockedOut, Enabled and"
          + " PasswordExpired) and put the right secret in place}; it is not sent again until it"
          + " changes or the back-off has passed.",
      Users.UNKNOWN),
  AUTH_ACCOUNT_BLOCKED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The service} says that the account is {state|locked or disabled}{diagnostics|}.",
      "{remedy|Unlock or enable it in the directory (Unlock-ADAccount, Enable-ADAccount), and find"
          + " out who locked it: the agent sends no secret twice after a rejection}. {again|The"
          + " secret is sent again when it changes or the back-off has passed.}",
      Users.UNKNOWN),
  AUTH_PASSWORD_EXPIRED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The service} says that {expired|the password of the account} has expired or has to"
          + " be changed{diagnostics|}.",
      "{remedy|Set a new one in the directory and put it in place, and let the passwords of the"
          + " monitor's accounts not expire, or name the day with password-expires to be warned of"
          + " the next time}.",
      Users.UNKNOWN),
  AUTH_PASSWORD_EXPIRING(
      Severity.WARNING,
      EnumSet.of(Stage.TICKET),
      "By the configuration the password of this account {ends|ends soon} ({date|see"
          + " password-expires}).",
      "Set a new password in the directory, put it in place of the old one, and move"
          + " password-expires to its last day.",
      Users.UNAFFECTED),
  AUTH_INTERACTION_REQUIRED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The authority} has nothing against the secret of the account, but asks for more"
          + " than the agent can give: {wanted|a second factor, a consent, or a device or place"
          + " that its policies allow}{diagnostics|}.",
      "{remedy|Exclude the monitor's account from multi-factor authentication and from conditional"
          + " access where it signs in from, and have an administrator consent to the program once"
          + " for all}. The sign-in log of the authority names the policy.",
      Users.UNKNOWN),
  AUTH_CLIENT_UNKNOWN(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The Kerberos realm of the account} does not know {principal|the name of the"
          + " account}{diagnostics|}.",
      "{remedy|Correct the user name of the account in the configuration, or the realm under"
          + " kerberos: what stands before the @ has to be the account's sAMAccountName (compare"
          + " with Get-ADUser), for the realm is not asked for a UPN. Where the UPN has another"
          + " name, write DOMAIN\\name or name@REALM as the username}.",
      Users.UNKNOWN),
  AUTH_KEYTAB_UNUSABLE(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The keytab {keytab|of the account} is of no use for {principal|it}: {detail|it has no key of"
          + " that name}.",
      "Make one for this very name and realm (ktpass; klist -k shows what is in it), and let the"
          + " user that the agent runs as read it.",
      Users.UNAFFECTED),
  AUTH_KDC_UNREACHABLE(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "No server of the Kerberos realm {realm|of the account} gives an answer ({detail|none can be"
          + " reached}).",
      "Open TCP port 88 from here to the domain controllers{kdcs|}, or correct them under kerberos"
          + " in the configuration; outside of the company, where clients do without Kerberos, let"
          + " the account sign in with NTLM.",
      Users.UNAFFECTED),
  AUTH_CLOCK_SKEW(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The clocks of this machine and of the Kerberos realm {realm|of the account} are too far"
          + " apart for a sign-in{diagnostics|}.",
      "Set both by one source of time: Kerberos allows for five minutes.",
      Users.UNKNOWN),
  AUTH_SERVICE_UNKNOWN(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The Kerberos realm {realm|of the account} knows no service {service|with the name of this"
          + " host}, so nobody can sign in there with Kerberos.",
      "Give the pool an account that bears the name: New-CsKerberosAccount,"
          + " New-CsKerberosAccountAssignment, Enable-CsTopology, Set-CsKerberosAccountPassword;"
          + " setspn -Q {service|HTTP/host} shows who has it. If the service bears another name,"
          + " set that as spn under kerberos.",
      Users.UNKNOWN),
  AUTH_KERBEROS_FAILED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The Kerberos realm {realm|of the account} gives {principal|the account} no ticket for"
          + " {service|the service}: {detail|it does not say why}.",
      "Look for the same moment in the security log of the domain controllers, events 4768, 4769"
          + " and 4771. If one of them does not answer at all, mend it, or the firewall before it,"
          + " or leave it out of kdc in the configuration.",
      Users.UNKNOWN),
  AUTH_KERBEROS_NOT_TRIED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The agent could not ask the Kerberos realm {realm|of the account} for a ticket, so that"
          + " nothing is known of the sign-in: {detail|a matter of this machine}.",
      "{remedy|Give the agent a temporary directory that it can write to, and more time between"
          + " sign-ins with Kerberos}.",
      Users.UNAFFECTED),
  AUTH_KERBEROS_REFUSED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The server} does not accept the ticket for {service|its name} that the Kerberos"
          + " realm issued{diagnostics|}.",
      "Set the password of the pool's Kerberos account anew (Set-CsKerberosAccountPassword), and"
          + " see that no other account bears the name (setspn -X) and that the server's clock is"
          + " right; where Extended Protection is required, nothing on the way may end TLS.",
      Users.UNKNOWN),
  AUTH_SERVER_UNPROVEN(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The server} takes the Kerberos ticket, but its own proof that it is {service|the"
          + " service} is missing or wrong: {detail|see the evidence}.",
      "If it sends none, let the proxy on the way pass the header WWW-Authenticate of successful"
          + " answers; if it is wrong, find out who answers there.",
      Users.UNAFFECTED),
  AUTH_CHALLENGE_UNUSABLE(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The server} offers NTLM, but sends no challenge that a safe client"
          + " answers{diagnostics|}; nothing that proves the password was sent.",
      "If a challenge never comes, allow kept connections and source affinity at the reverse proxy"
          + " or load balancer; if it asks for less than NTLMv2, raise the LAN Manager"
          + " authentication level (LmCompatibilityLevel) of the Front End.",
      Users.UNKNOWN),
  AUTH_CERTIFICATE_REJECTED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The web ticket service} was shown the certificate of the account and does not"
          + " accept it{diagnostics|}.",
      "Look at its dates, at whether the Front End trusts its issuer, and at whether it is still"
          + " among those of the user (Get-CsClientCertificate); the same one is not shown again.",
      Users.UNKNOWN),
  AUTH_CERTIFICATE_NOT_ASKED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The web ticket service} wants a certificate, but nobody asked for one in the TLS"
          + " handshake: something before the Front End ends TLS, or IIS does not negotiate client"
          + " certificates.",
      "Sign in by certificate only where TLS reaches the Front End itself, or pass TLS through to"
          + " it; else choose another sign-in for the account in this view.",
      Users.UNKNOWN),
  AUTH_CONNECTION_NOT_KEPT(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The server} did not keep one connection to one server for a sign-in that is bound"
          + " to it.",
      "Allow kept connections and source affinity at the reverse proxy or load balancer.",
      Users.UNKNOWN),
  AUTH_USER_NOT_ENABLED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET, Stage.USER),
      "The account exists and its password is right, but it is not enabled for Lync{diagnostics|}.",
      "Enable it with Enable-CsUser and wait for replication.",
      Users.UNKNOWN),
  AUTH_ADDRESS_MISMATCH(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The credentials are right, but belong to another sign-in address than {address|the one"
          + " given}.",
      "Correct the address or the user name of the account in the configuration; compare with"
          + " Get-CsUser.",
      Users.UNKNOWN),
  ACCOUNT_GUARDED(
      Severity.WARNING,
      EnumSet.of(Stage.TICKET),
      "{secret|The secret of this account} was rejected, or sent twice without any verdict, at"
          + " {rejected-at|an earlier attempt}; it is not sent again, so that monitoring never"
          + " locks the account. It is held back{left|} until {retry-at|the back-off has passed}.",
      "Put the right secret in place: a changed one is tried at once. If it is right and the"
          + " account has been unlocked or enabled meanwhile, wait until {retry-at|the back-off has"
          + " passed}, or shorten guard-back-off.",
      Users.UNAFFECTED),
  ACCOUNT_BUSY(
      Severity.WARNING,
      EnumSet.of(Stage.TICKET),
      "Another sign-in with {account|this account} was under way on this machine for as long as"
          + " this one could wait.",
      "Look for another agent or a check by hand on that machine. If it is this agent alone,"
          + " lengthen the interval of the sign-in probe, or give each view an account of its own.",
      Users.UNAFFECTED),
  GUARD_UNAVAILABLE(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{consequence|The record of rejected secrets cannot be read, so no secret is sent}:"
          + " {detail|unreadable}.",
      "Make the state directory writable for the user that the agent runs as (a check by root may"
          + " have left files of its own there), and see that its disk is not full.",
      Users.UNAFFECTED),
  SECRET_UNREADABLE(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "The secret of the account cannot be read from {source|where the configuration says}"
          + " ({detail|not readable}).",
      "Put the secret there, readable for the user that the agent runs as.",
      Users.UNAFFECTED),
  TICKET_REFUSED(
      Severity.ERROR,
      EnumSet.of(Stage.TICKET),
      "{endpoint|The web ticket service} gave no ticket ({status|unexpected"
          + " answer}{diagnostics|}).",
      "Look for the same moment in the event log of the Front End that answered"
          + " ({node|unknown}).",
      Users.UNKNOWN),
  TICKET_INVALID(
      Severity.ERROR,
      EnumSet.of(Stage.USER),
      "{url|The User resource} does not accept the ticket that its own service"
          + " issued{diagnostics|}.",
      "Check that all Front Ends behind this name are of one pool and that their clocks agree.",
      Users.UNKNOWN),
  TICKET_REFUSED_EARLY(
      Severity.WARNING,
      EnumSet.of(Stage.USER),
      "{url|The User resource} refused a ticket that was to be good until {until|a later"
          + " time}{diagnostics|}; clients that hold one have to sign in anew, as was done here.",
      "Nothing, if it happens once, as after a restart, a failover or new keys for tickets. If it"
          + " happens again, check that all Front Ends behind this name are of one pool and that"
          + " their clocks agree.",
      Users.UNAFFECTED),
  CLOCK_SKEWED(
      Severity.WARNING,
      EnumSet.of(Stage.TICKET),
      "The clock of {server|the server} and that of this machine differ by {skew|a minute or more}"
          + " ({from|as the server tells}). Kerberos fails beyond 5 minutes, tickets and tokens may"
          + " seem to have ended or not to have begun.",
      "Compare both with a third clock (w32tm /query /status there, timedatectl or w32tm here) and"
          + " mend the time service of the one that is wrong.",
      Users.UNKNOWN),
  USER_NOT_HOMED(
      Severity.ERROR,
      EnumSet.of(Stage.USER),
      "The service knows no home pool for {address|this user}.",
      "Check the user's registrar pool with Get-CsUser, and replication between the pools.",
      Users.UNKNOWN),
  SERVICE_UNREACHABLE(
      Severity.ERROR,
      EnumSet.of(Stage.SERVICES),
      "Sign-in works, but these services of the home pool do not answer as they should:"
          + " {services|see the evidence}{losses|}.",
      "Mend the finding that this one follows from.",
      Users.UNKNOWN),
  MOBILITY_INSIDE(
      Severity.ERROR,
      EnumSet.of(Stage.SERVICES),
      "The User document sends mobile clients to the internal name {name|of the pool}"
          + " ({tokens|Ucwa, Mcx}): a phone that leaves the building loses its services.",
      "Set-CsMcxConfiguration -ExposedWebURL External, which is the default, and see that the pool"
          + " has a name for external web services ({external|see Get-CsService -WebServer}).",
      Users.UNKNOWN),
  SERVICE_FAILED_OVER(
      Severity.WARNING,
      EnumSet.of(Stage.SERVICES),
      "The {failed|usual} URLs of {services|some services} fail, and clients fall over to the"
          + " {used|other} ones, which work.",
      "Mend the finding that this one follows from, before the {used|other} URLs fail, too.",
      Users.UNAFFECTED),
  SIGNED_IN_PHONES_WORK(
      Severity.INFO,
      EnumSet.of(Stage.SERVICES),
      "Only new sign-ins fail: phones that signed in before still reach their services by the URLs"
          + " that they remember.",
      "Mend what keeps new sign-ins from working; until then nobody should sign out.",
      Users.UNAFFECTED),
  SELF_DISCONNECTED(
      Severity.ERROR,
      EnumSet.of(Stage.RESOLVE),
      "Nothing answers this agent in its {view|own} view: no resolver ({resolvers|see the"
          + " evidence}){servers|}. So it cannot tell how the service is.",
      "Check the network of the machine that the agent runs on: its link, address, routes, VPN and"
          + " firewall. If others on that machine's network get answers from these resolvers, check"
          + " their addresses in the configuration.",
      Users.UNKNOWN),
  SIGNED_IN_PHONES_FAIL(
      Severity.ERROR,
      EnumSet.of(Stage.SERVICES),
      "Phones that signed in before fail, too: {services|the services that they remember} cannot be"
          + " used by either set of URLs.",
      "Mend the findings that this one follows from, first those of stage services: signed-in"
          + " phones need no more than these.",
      Users.UNKNOWN);

  private final Severity severity;

  @SuppressWarnings("ImmutableEnumChecker") // wrapped by the constructor, never changed
  private final Set<Stage> stages;

  private final String cause;
  private final String cure;
  private final String users;

  Reason(Severity severity, Set<Stage> stages, String cause, String cure, String users) {
    this.severity = severity;
    this.stages = Collections.unmodifiableSet(stages);
    this.cause = cause;
    this.cure = cure;
    this.users = users;
  }

  /** The word in metrics, reports and runbooks, for example {@code tls_name_mismatch}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How bad it is unless the finding knows better. */
  public Severity severity() {
    return severity;
  }

  /** Where it can occur. */
  public Set<Stage> stages() {
    return stages;
  }

  /** One sentence on why, with places to fill. */
  String cause() {
    return cause;
  }

  /** One sentence on what to do, with places to fill. */
  String cure() {
    return cure;
  }

  /** One sentence on why, in general words. */
  public String generalCause() {
    return Wording.fill(cause, Map.of());
  }

  /** One sentence on what to do, in general words. */
  public String generalCure() {
    return Wording.fill(cure, Map.of());
  }

  /**
   * What people see on each kind of phone, {@code unknown} where no source tells; messages are in
   * quotation marks, as phones word them.
   */
  public String users() {
    return users;
  }

  /** How somebody is told of it who does not read reports. */
  public Notice notice() {
    return switch (this) {
      case DNS_INTERNAL_RECORD_LEAKED,
          DNS_RESOLVERS_DISAGREE,
          TLS_EXPIRING,
          TLS_EXPIRED,
          TLS_NOT_YET_VALID,
          TLS_NAME_MISMATCH,
          TLS_NAME_UNKNOWN,
          TLS_UNTRUSTED,
          TLS_CHAIN_INCOMPLETE,
          TLS_WEAK,
          TLS_USAGE_WRONG,
          TLS_REVOKED,
          TLS_REVOCATION_UNKNOWN,
          TLS_CRL_ENDING,
          AUTH_PASSWORD_EXPIRING,
          ACCOUNT_GUARDED,
          SELF_DISCONNECTED ->
          Notice.MEASURED;
      // What is rejected once is held back, and told of by what holds it back, before a ticket
      // could fire.
      case AUTH_REJECTED, AUTH_ACCOUNT_BLOCKED, AUTH_PASSWORD_EXPIRED, AUTH_CLIENT_UNKNOWN ->
          Notice.MEASURED;
      // These pass by themselves, or somebody has to act on them only if another alert says so.
      case DNS_PROPAGATING, DNS_TOO_MANY_ADDRESSES, ACCOUNT_BUSY, TICKET_REFUSED_EARLY ->
          Notice.NONE;
      // These only ever follow from another finding.
      case HTTPS_BROKEN_HTTP_WORKS,
          SERVICE_UNREACHABLE,
          SERVICE_FAILED_OVER,
          SIGNED_IN_PHONES_FAIL ->
          Notice.NONE;
      default -> severity == Severity.INFO ? Notice.NONE : Notice.TICKET;
    };
  }

  /** Sets of stages that several reasons share. */
  private static final class Stages {
    static final Set<Stage> ANY_STAGE = EnumSet.allOf(Stage.class);
    static final Set<Stage> ANSWERED =
        EnumSet.of(Stage.ROOT, Stage.DOMAIN, Stage.CHALLENGE, Stage.USER, Stage.SERVICES);
    static final Set<Stage> CONNECTED = EnumSet.complementOf(EnumSet.of(Stage.RESOLVE));
  }

  /** What phones show, kind by kind, as far as sources tell. */
  private static final class Users {
    private static final String CONNECTION =
        "\"Can't connect to the server. It might be unavailable. Also please check your network"
            + " connection, sign-in address and server addresses.\"";
    static final String CONNECT = "all: " + CONNECTION + ", unless another way in still works";
    static final String CERTIFICATE =
        "iPhone: \"Cannot Verify Server Identity.\"; Android, Windows Phone: unknown";
    static final String NAME =
        CERTIFICATE + "; Internet Explorer on a computer: \"Mismatched Address\"";
    static final String ISSUER =
        "iPhone: \"Cannot Verify Server Identity.\" or "
            + CONNECTION
            + "; Android: \"There are problems with the security certificate for this site. This"
            + " certificate is not from a trusted authority.\"; Windows Phone: \"We're having"
            + " trouble with this site's security certificate. It looks like the security"
            + " certificate wasn't issued by a trusted certificate authority.\"";
    static final String ASK = "all: a question whether to trust the server, with its host name";
    static final String SOME =
        "phones that are content with http: nothing; those that insist on https: " + CONNECTION;
    static final String UNAFFECTED = "all: nothing";
    static final String UNKNOWN = "unknown";
  }
}
