package za.lexohub.domain.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.invoice.FiledInvoice;
import za.lexohub.domain.invoice.InvoiceFiles;
import za.lexohub.domain.law.RetentionLaws;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.proforma.FiledProForma;
import za.lexohub.domain.proforma.ProFormaFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FiledDocuments;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.erasure.RetentionClaim;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Goes through a file paper by paper, each as its own stream tells it and locked until the decision
 * is appended. Which papers lie in a matter's file the log says, pro formas and what was invoiced
 * on the matter itself: a closed matter takes no new ones.
 */
@Component
class FileInspection {
  private final ProFormaFiles proFormas;
  private final InvoiceFiles invoices;
  private final MatterFiles matters;
  private final FiledDocuments filed;
  private final ClientMoneyLook clientMoney;
  private final RetentionLaws laws;
  private final Repository<PersonalFile> files;

  FileInspection(
      ProFormaFiles proFormas,
      InvoiceFiles invoices,
      MatterFiles matters,
      FiledDocuments filed,
      ClientMoneyLook clientMoney,
      RetentionLaws laws,
      Repository<PersonalFile> files) {
    this.proFormas = proFormas;
    this.invoices = invoices;
    this.matters = matters;
    this.filed = filed;
    this.clientMoney = clientMoney;
    this.laws = laws;
    this.files = files;
  }

  /**
   * @throws za.lexohub.messages.NotFound when there is no such file
   * @throws RuleViolated {@link Rule#FILE_BELONGS_TO_MATTER}
   */
  FileContents of(FileReference file, TenantId tenant) {
    Findings findings = new Findings(tenant);
    switch (file.kind()) {
      case PRO_FORMA -> requireAlone(findings.add(new ProFormaId(file.id())));
      case MATTER -> {
        MatterId matter = new MatterId(file.id());
        findings.add(clientMoney.of(matter, tenant));
        filed.proFormasOn(tenant, matter).forEach(findings::add);
        filed.invoicesOn(tenant, matter).forEach(findings::add);
        if (!matters.of(matter, tenant).closed()) {
          findings.inUse = "the matter is not closed";
        }
        // Drafted, agreed or paid on it before it was locked, but after the first look. Out of the
        // order of locks; should somebody hold one and wait for the matter, the lock refuses one of
        // the two.
        filed.proFormasOn(tenant, matter).stream()
            .filter(id -> !findings.proFormaIds.contains(id.value()))
            .toList()
            .forEach(findings::add);
        filed.invoicesOn(tenant, matter).forEach(findings::add);
        findings.add(clientMoney.of(matter, tenant));
        findings.lookForHolds();
      }
    }
    findings.lookForRests();
    return findings.contents();
  }

  /**
   * Throws unless a legal hold on it would be looked at: one on a single paper of a matter's file
   * is not to be had.
   *
   * @throws za.lexohub.messages.NotFound when there is no such file
   * @throws RuleViolated {@link Rule#FILE_BELONGS_TO_MATTER}
   */
  void requireWhole(FileReference file, TenantId tenant) {
    switch (file.kind()) {
      case PRO_FORMA -> requireAlone(proFormas.of(new ProFormaId(file.id()), tenant));
      case MATTER -> matters.of(new MatterId(file.id()), tenant);
    }
  }

  private static void requireAlone(FiledProForma proForma) {
    if (proForma.matterId() != null) {
      throw new RuleViolated(
          Rule.FILE_BELONGS_TO_MATTER,
          "the pro forma lies in the file of matter " + proForma.matterId(),
          Map.of("matterId", proForma.matterId().toString()));
    }
  }

  /** Throws when there is no such file, and looks no further. */
  void requireKnown(FileReference file, TenantId tenant) {
    switch (file.kind()) {
      case PRO_FORMA -> proFormas.of(new ProFormaId(file.id()), tenant);
      case MATTER -> matters.of(new MatterId(file.id()), tenant);
    }
  }

  private final class Findings {
    private final TenantId tenant;
    private final List<UUID> proFormaIds = new ArrayList<>();
    private final List<UUID> invoiceIds = new ArrayList<>();
    private final Map<String, RetentionClaim> claims = new LinkedHashMap<>();
    private @Nullable String inUse;
    private boolean held;

    Findings(TenantId tenant) {
      this.tenant = tenant;
    }

    FiledProForma add(ProFormaId id) {
      FiledProForma proForma = proFormas.of(id, tenant);
      proFormaIds.add(id.value());
      if (proForma.inUse()) {
        inUse = "a pro forma is being negotiated or billed";
      }
      proForma.invoices().forEach(this::add);
      return proForma;
    }

    /** Once: what was made of a pro forma on the matter is found as both. */
    private void add(InvoiceId id) {
      if (invoiceIds.contains(id.value())) {
        return;
      }
      Optional<FiledInvoice> made = invoices.of(id, tenant);
      if (made.isEmpty()) {
        return;
      }
      FiledInvoice invoice = made.get();
      invoiceIds.add(id.value());
      if (invoice.inUse()) {
        inUse = "an invoice is a draft or not settled";
      }
      if (invoice.issuedOn() != null) {
        laws.on(invoice.issuedOn(), invoice.lastEntryOn())
            .forEach(claim -> claims.merge(claim.law(), claim, Findings::later));
      }
    }

    /** A pro forma may have been held alone before it came onto the matter. */
    void lookForHolds() {
      for (UUID id : proFormaIds) {
        held |=
            Admission.loadOrCreate(
                    files,
                    PersonalFile.class,
                    PersonalFileId.of(FileReference.of(new ProFormaId(id))),
                    PersonalFile::new,
                    tenant,
                    null)
                .invoke(PersonalFile::isHeld);
      }
    }

    private static RetentionClaim later(RetentionClaim one, RetentionClaim other) {
      return one.keepUntil().isBefore(other.keepUntil()) ? other : one;
    }

    /** After the invoices are locked: until then a payment may come that is too much. */
    void lookForRests() {
      if (!invoiceIds.isEmpty()) {
        add(
            clientMoney.of(
                invoiceIds.stream().map(InvoiceId::new).collect(Collectors.toSet()), tenant));
      }
    }

    void add(ClientMoneyLook.Found money) {
      if (money.held()) {
        inUse =
            "a retainer runs, or money of the client is held in it, in trust or on a receipt that"
                + " was neither allocated nor refunded";
      }
      if (money.lastEntryOn() != null) {
        laws.on(money.lastEntryOn(), money.lastEntryOn())
            .forEach(claim -> claims.merge(claim.law(), claim, Findings::later));
      }
    }

    FileContents contents() {
      return new FileContents(inUse, proFormaIds, invoiceIds, List.copyOf(claims.values()), held);
    }
  }
}
