package io.lyncwatch.agent.lab;

import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.document.Representation;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.walk.SignInMethod;
import io.lyncwatch.lab.Lab;
import io.lyncwatch.lab.world.Generation;
import java.util.ArrayList;
import java.util.List;

/** How a client signs in to a healthy deployment. */
record Client(Representation form, SignInMethod method, View view) {
  private static final String ALICE = "alice@contoso.example";

  /** The combinations that exist: UCWA's forms lead to bearer tokens only, and 2010 has neither. */
  static List<Client> all(Generation generation) {
    List<Client> clients = new ArrayList<>();
    for (View view : List.of(View.INTERNAL, View.EXTERNAL)) {
      for (Representation form : List.of(Representation.LEGACY_XML, Representation.LEGACY_JSON)) {
        clients.add(new Client(form, SignInMethod.AUTO, view));
        if (generation.hasUcwa()) {
          clients.add(new Client(form, SignInMethod.OAUTH, view));
        }
      }
      if (generation.hasUcwa()) {
        clients.add(new Client(Representation.UCWA_JSON, SignInMethod.AUTO, view));
        clients.add(new Client(Representation.UCWA_XML, SignInMethod.AUTO, view));
      }
    }
    return clients;
  }

  Report signIn(Lab lab, Walker walker) {
    return walker.signIn(view, ALICE, method, lab.user(ALICE).password(), form);
  }

  /** What it must have been given; the forms of UCWA know bearer tokens only. */
  String issued() {
    boolean legacy = form == Representation.LEGACY_XML || form == Representation.LEGACY_JSON;
    return legacy && method == SignInMethod.AUTO ? "ticket issued" : "token issued";
  }

  /** The words above its column. */
  List<String> heading() {
    return List.of(view.label(), form.label(), issued().replace(" issued", ""));
  }
}
