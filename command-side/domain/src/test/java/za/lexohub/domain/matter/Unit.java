package za.lexohub.domain.matter;

import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** One unit of work, as a command's handler finds it. */
final class Unit {

  static <T> T of(Supplier<T> work) {
    ResultMessage<T> result =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("test"))
            .executeWithResult(work::get);
    if (result.isExceptional()) {
      throw (RuntimeException) result.exceptionResult();
    }
    return result.getPayload();
  }

  static void run(Runnable work) {
    of(
        () -> {
          work.run();
          return "done";
        });
  }

  private Unit() {}
}
