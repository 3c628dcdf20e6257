package za.lexohub.api.erasure;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.erasure.FileSubject;

/** What is to be erased of a file, and why. */
@Schema(name = "Erasure")
record NewErasure(
    @NotBlank(message = "must be given")
        @Size(max = 200)
        @Schema(
            description =
                "On whose wish or by which rule. Kept sealed, but for the advocate and not for the"
                    + " file, so it outlives the erasure: name nobody in it.",
            example = "Request of 3 February, register 17")
        String reason,
    @Nullable
        @Size(min = 1, message = "must name at least one")
        @Schema(
            description =
                "All when absent. WORDING is every text that was typed in the file: titles,"
                    + " narratives, lines, reasons, references.")
        Set<FileSubject> subjects,
    @Nullable
        @Schema(
            description =
                "True: what the law or a legal hold still keeps is erased on the first day on which"
                    + " that is allowed, instead of being refused.")
        Boolean schedule) {

  List<FileSubject> chosen() {
    return subjects == null ? List.of(FileSubject.values()) : List.copyOf(subjects);
  }
}
