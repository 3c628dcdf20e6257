package za.lexohub.processes.pdf;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementFailed;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementStored;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.processes.pdf.StatementDocument.Ageing;
import za.lexohub.processes.pdf.StatementDocument.Entry;

/**
 * Reads one statement of account out of the log: the matter's stream asks for it, the streams of
 * its invoices fill it. It names advocate and attorney as the last issued invoice does.
 */
final class StatementFold {

  private final EventStore eventStore;
  private final PersonalDataVault vault;
  private final References references;
  private final Brands brands;
  private final BiFunction<TenantId, MatterId, List<InvoiceId>> invoicesOn;

  /**
   * @param invoicesOn every invoice that was ever made on a matter, oldest first
   */
  StatementFold(
      EventStore eventStore,
      PersonalDataVault vault,
      Brands brands,
      BiFunction<TenantId, MatterId, List<InvoiceId>> invoicesOn) {
    this.eventStore = eventStore;
    this.vault = vault;
    this.references = new References(eventStore);
    this.brands = brands;
    this.invoicesOn = invoicesOn;
  }

  /** What the matter's stream says about one statement. */
  sealed interface Asked {

    /** Never requested by this tenant, stored, or given up. */
    record Not() implements Asked {}

    /** No invoice of the matter was ever issued. */
    record Empty() implements Asked {}

    /**
     * To be made.
     *
     * @param invoices that it tells about
     */
    record For(StatementDocument document, List<InvoiceId> invoices) implements Asked {
      public For {
        invoices = List.copyOf(invoices);
      }
    }
  }

  Asked asked(TenantId tenant, MatterId matterId, int number) {
    Request request = new Request(number);
    eventStore.readEvents(matterId.toString(), 0).asStream().forEach(request::on);
    MatterStatementRequested asked = request.asked;
    Instant at = request.at;
    if (asked == null || at == null || request.settled || !tenant.equals(request.owner)) {
      return new Asked.Not();
    }
    List<InvoiceId> invoices = invoicesOn.apply(tenant, matterId);
    List<InvoiceAccount> accounts =
        invoices.stream()
            .map(invoice -> account(invoice, at))
            .filter(account -> account.isIssuedBy(tenant))
            .toList();
    Brand brand = request.plain ? Brand.HOUSE : brands.at(tenant, at);
    return accounts.isEmpty()
        ? new Asked.Empty()
        : new Asked.For(document(tenant, asked, at, brand, accounts), invoices);
  }

  private InvoiceAccount account(InvoiceId invoiceId, Instant until) {
    InvoiceAccount account = new InvoiceAccount(until);
    eventStore.readEvents(invoiceId.toString(), 0).asStream().forEach(account::on);
    return account;
  }

  private StatementDocument document(
      TenantId tenant,
      MatterStatementRequested asked,
      Instant at,
      Brand brand,
      List<InvoiceAccount> accounts) {
    InvoiceAccount last = accounts.get(accounts.size() - 1);
    List<Entry> entries =
        accounts.stream()
            .flatMap(account -> account.entries().stream())
            .filter(entry -> !entry.date().isAfter(asked.to()))
            .sorted(Comparator.comparing(Entry::date))
            .toList();
    Money opening =
        entries.stream()
            .filter(entry -> entry.date().isBefore(asked.from()))
            .map(Entry::change)
            .reduce(Money.ZERO, Money::plus);
    Ageing ageing = Ageing.NOTHING;
    for (InvoiceAccount account : accounts) {
      ageing = account.age(ageing, asked.to());
    }
    return new StatementDocument(
        at,
        asked.number(),
        asked.from(),
        asked.to(),
        Counsel.of(vault, tenant, last.content().generated().supplier(), brand),
        Heading.of(vault, references, tenant, last.content()),
        opening,
        entries.stream().filter(entry -> !entry.date().isBefore(asked.from())).toList(),
        ageing);
  }

  private static final class Request {
    private final int number;
    private @Nullable TenantId owner;
    private @Nullable MatterStatementRequested asked;
    private @Nullable Instant at;
    private boolean settled;
    private boolean plain;

    Request(int number) {
      this.number = number;
    }

    void on(DomainEventMessage<?> message) {
      switch (message.getPayload()) {
        case MatterOpened e -> owner = e.tenantId();
        case MatterRequested e -> owner = e.tenantId();
        case MatterStatementRequested e when e.number() == number -> {
          asked = e;
          at = message.getTimestamp();
        }
        case MatterStatementStored e when e.number() == number -> {
          settled = true;
          plain = PdfRenderer.isPlain(e.rendererVersion());
        }
        case MatterStatementFailed e when e.number() == number -> settled = true;
        default -> {
          // says nothing about this statement
        }
      }
    }
  }
}
