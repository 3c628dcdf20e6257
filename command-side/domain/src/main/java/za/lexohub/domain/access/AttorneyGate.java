package za.lexohub.domain.access;

import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;
import za.lexohub.messages.ActorType;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.dispute.PaymentDisputeCommands.OpenPaymentDispute;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceViewed;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterCommands.RequestMatter;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.Answer;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.DeclineProForma;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaChanges;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Stands before every command that an attorney's login has sent (I11): it must be one of the few
 * that attorneys have, in their own name, and on a matter that was granted to them far enough.
 * Anything else finds nothing ({@link NotFound}), so that nobody learns what there is.
 *
 * <p>A bean of this type is put before the handlers by Axon's auto-configuration.
 */
@Component
class AttorneyGate implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final Grants grants;

  AttorneyGate(Grants grants) {
    this.grants = grants;
  }

  @Override
  public Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain interceptorChain)
      throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    if (ActorType.ATTORNEY.name().equals(message.getMetaData().get(MetadataKeys.ACTOR_TYPE))) {
      String attorney = String.valueOf(message.getMetaData().get(MetadataKeys.ACTOR_ID));
      if (!mayDo(message.getPayload(), attorney)) {
        throw new NotFound("what this attorney asks for");
      }
    }
    return interceptorChain.proceed();
  }

  private boolean mayDo(Object command, String attorney) {
    return switch (command) {
      case RequestMatter it -> it.requestedBy().equals(attorney);
      case AcceptProForma it -> mayAnswer(it.proFormaId(), it.tenant(), it.answer(), attorney);
      case DeclineProForma it -> mayAnswer(it.proFormaId(), it.tenant(), it.answer(), attorney);
      case RequestProFormaChanges it ->
          mayAnswer(it.proFormaId(), it.tenant(), it.answer(), attorney);
      case OpenPaymentDispute it ->
          inOwnName(it.channel(), it.openedBy(), attorney)
              && reaches(
                  grants.matterOf(it.invoiceId()), it.tenant(), attorney, AccessLevel.APPROVE);
      case RecordInvoiceViewed it ->
          reaches(grants.matterOf(it.invoiceId()), it.tenant(), attorney, AccessLevel.VIEW);
      default -> false;
    };
  }

  private boolean mayAnswer(ProFormaId proForma, TenantId tenant, Answer answer, String attorney) {
    return inOwnName(answer.channel(), answer.by(), attorney)
        && reaches(grants.matterOf(proForma), tenant, attorney, AccessLevel.APPROVE);
  }

  private static boolean inOwnName(Channel channel, String by, String attorney) {
    return channel == Channel.ATTORNEY_LOGIN && by.equals(attorney);
  }

  private boolean reaches(
      Optional<MatterId> matter, TenantId tenant, String attorney, AccessLevel wanted) {
    return matter
        .flatMap(it -> grants.on(it, tenant, attorney))
        .filter(level -> level.includes(wanted))
        .isPresent();
  }
}
