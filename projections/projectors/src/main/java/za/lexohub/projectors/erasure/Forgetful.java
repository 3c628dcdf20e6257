package za.lexohub.projectors.erasure;

import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.readmodels.party.Forgotten;

/** Puts what is to be forgotten into the read side's words. */
public final class Forgetful {

  public static Forgotten of(Forgetting event) {
    ErasedData data = event.data();
    return new Forgotten(
        data.erases(FileSubject.CLIENT),
        data.erases(FileSubject.ATTORNEY),
        data.erases(FileSubject.WORDING));
  }

  private Forgetful() {}
}
