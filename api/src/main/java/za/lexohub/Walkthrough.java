package za.lexohub;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import za.lexohub.api.EdgeProperties;

/** Says where everything is and how to begin, once the application answers. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class Walkthrough {
  private static final String TEXT =
      """

      LexoHub answers at %1$s
        try it     %1$s/docs
        described  %1$s/openapi.json
        healthy    %1$s/actuator/health

      Sample users: thandi, pieter and lerato (advocates), auditor, analyst, operator;
      each with their own name as the secret. A token for thandi, and her first pro forma:

        T=$(curl -s -u thandi:thandi -d grant_type=client_credentials %1$s/oauth2/token \\
            | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
        curl -si %1$s/api/v1/pro-formas -H "Authorization: Bearer $T" \\
            -H 'Content-Type: application/json' -H "Idempotency-Key: $(uuidgen)" \\
            -d '{"kind":"LINK","matterType":"Commercial litigation",
                 "title":"Dlamini v Transit Holdings","client":{"name":"Nomvula Dlamini"}}'
        curl -s %1$s/api/v1/workflow/counts -H "Authorization: Bearer $T"

      The attorney fills in the request at the link's url + /submit; README.md walks on from there.
      """;

  private final EdgeProperties edge;

  Walkthrough(EdgeProperties edge) {
    this.edge = edge;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    System.out.println(TEXT.formatted(edge.publicUrl()));
  }
}
