package za.lexohub.messages.erasure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The personal data of one file, as something that is kept, held and erased. */
public record PersonalFileId(@JsonValue UUID value) {

  @JsonCreator
  public PersonalFileId {}

  /** Always the same for a file; another than the id of the matter or pro forma itself. */
  public static PersonalFileId of(FileReference file) {
    return new PersonalFileId(
        UUID.nameUUIDFromBytes((file.id() + "/personal-data").getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
