package io.lyncwatch.lab.ticket;

import java.util.Map;
import java.util.stream.Collectors;

/** The description of the service that clients read first, a WSDL 1.1 document. */
final class Metadata {
  private static final Map<String, String> PORTS =
      Map.of(
          "WebTicketServiceWinNegotiate", "",
          "WebTicketServiceAnon", "/Anon",
          "WebTicketServiceAuth", "/Auth",
          "WebTicketServiceCert", "/cert");

  private Metadata() {}

  /**
   * The document.
   *
   * @param service the service's own URL
   */
  static String document(String service) {
    return """
    <wsdl:definitions name="WebTicketService" targetNamespace="http://tempuri.org/" \
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" \
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" \
    xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy" xmlns:tns="http://tempuri.org/" \
    xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl" \
    xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
      <wsp:Policy wsu:Id="WebTicketServiceWinNegotiate_policy">
        <wsp:ExactlyOne><wsp:All>
          <http:NegotiateAuthentication \
    xmlns:http="http://schemas.microsoft.com/ws/06/2004/policy/http"/>
        </wsp:All></wsp:ExactlyOne>
      </wsp:Policy>
      <wsdl:portType name="IWebTicketService">
        <wsdl:operation name="IssueToken">
          <wsdl:input message="tns:IWebTicketService_IssueToken_InputMessage" \
    wsaw:Action="http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue"/>
          <wsdl:output message="tns:IWebTicketService_IssueToken_OutputMessage" \
    wsaw:Action="http://docs.oasis-open.org/ws-sx/ws-trust/200512/RSTRC/IssueFinal"/>
        </wsdl:operation>
      </wsdl:portType>
      <wsdl:service name="WebTicketService">
    %s
      </wsdl:service>
    </wsdl:definitions>
    """
        .formatted(
            PORTS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(port ->
                    """
                        <wsdl:port name="%1$s" binding="tns:%1$s"><soap:address location="%2$s"/></wsdl:port>\
                    """
                        .formatted(port.getKey(), Xml.escape(service + port.getValue())))
                .collect(Collectors.joining("\n")));
  }
}
