package za.lexohub.processes;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.DocumentSealing;

/** Turns every bit of a paper, and forgets whoever was erased. */
public final class PaperSealing implements DocumentSealing {

  private final Map<Integer, List<UUID>> subjects = new ConcurrentHashMap<>();
  private final Set<UUID> erased = new HashSet<>();

  public void erase(UUID subject) {
    erased.add(subject);
  }

  @Override
  public byte[] seal(TenantId tenant, Collection<UUID> subjectIds, byte[] paper) {
    if (subjectIds.isEmpty()) {
      throw new IllegalArgumentException("a paper names somebody");
    }
    byte[] sealed = turned(paper);
    subjects.put(Arrays.hashCode(sealed), List.copyOf(subjectIds));
    return sealed;
  }

  @Override
  public Optional<byte[]> open(TenantId tenant, byte[] sealed) {
    return subjects.get(Arrays.hashCode(sealed)).stream().anyMatch(erased::contains)
        ? Optional.empty()
        : Optional.of(turned(sealed));
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = bytes.clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) ~turned[i];
    }
    return turned;
  }
}
