package io.lyncwatch.lab;

/**
 * One port number per service, the same at all addresses of the lab; 0 takes a free one.
 *
 * @param https stands for 443: internal sites and the reverse proxy
 * @param http stands for 80: internal sites and the reverse proxy
 * @param externalHttps stands for 4443: the external sites behind the proxy
 * @param externalHttp stands for 8080: the external sites behind the proxy
 * @param dns both name servers, UDP and TCP
 * @param sip stands for 5061: the servers inside and the Access Edge
 * @param kerberos stands for 88, TCP: the domain controller
 */
public record LabPorts(
    int https, int http, int externalHttps, int externalHttp, int dns, int sip, int kerberos) {
  /** Whatever is free. */
  public static final LabPorts FREE = new LabPorts(0, 0, 0, 0, 0, 0, 0);
}
