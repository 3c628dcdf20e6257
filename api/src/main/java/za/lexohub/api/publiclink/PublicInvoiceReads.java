package za.lexohub.api.publiclink;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.access.FirstView;
import za.lexohub.api.access.OriginalPaper;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.security.Actor;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.query.Consistency;
import za.lexohub.query.invoice.InvoiceQueries;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.publiclink.PublicLink;
import za.lexohub.role.QueryRole;

/** What whoever owes an invoice sees behind its link: what is owed, and the paper. */
@RestController
@NeedsNoLogin
@QueryRole
@RequestMapping("/api/v1/public/invoices/{token}")
@SecurityRequirements
public final class PublicInvoiceReads {
  private static final Set<LinkPurpose> SHOWN = Set.of(LinkPurpose.VIEW_INVOICE);

  private final PublicDoor door;
  private final InvoiceQueries invoices;
  private final Documents documents;
  private final FirstView firstView;

  PublicInvoiceReads(
      PublicDoor door, InvoiceQueries invoices, Documents documents, FirstView firstView) {
    this.door = door;
    this.invoices = invoices;
    this.documents = documents;
    this.firstView = firstView;
  }

  /** The first time it is recorded that it was seen. */
  @GetMapping
  ResponseEntity<PublicInvoice> get(HttpServletRequest request, @PathVariable String token) {
    Consistency freshness = Freshness.of(request);
    return door.look(
        token,
        SHOWN,
        freshness,
        (link, hash) -> {
          InvoiceView invoice = behind(link, freshness);
          if (invoice.viewedAt() == null) {
            firstView.of(invoice.id(), holder(link), request);
          }
          return ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .header("Referrer-Policy", "no-referrer")
              .body(PublicInvoice.of(invoice));
        });
  }

  @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> pdf(HttpServletRequest request, @PathVariable String token) {
    Consistency freshness = Freshness.of(request);
    return door.look(
        token,
        SHOWN,
        freshness,
        (link, hash) ->
            OriginalPaper.of(
                behind(link, freshness), new TenantId(link.tenant()), documents, request));
  }

  private InvoiceView behind(PublicLink link, Consistency freshness) {
    return invoices
        .get(link.tenant(), link.subjectId(), freshness)
        .orElseThrow(
            () ->
                Refusal.later(
                    ProblemCode.NOT_YET_APPLIED,
                    "The link is newer than this view.",
                    Duration.ofSeconds(1)))
        .value();
  }

  private static Actor holder(PublicLink link) {
    return new Actor(
        new TenantId(link.tenant()),
        ActorType.PUBLIC_TOKEN,
        DataSubjects.attorney(link.subjectId()).toString());
  }
}
