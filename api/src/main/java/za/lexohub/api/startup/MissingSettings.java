package za.lexohub.api.startup;

import java.util.List;

/** The process was not told what it needs; a sentence for each thing. */
final class MissingSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingSettings(List<String> sentences) {
    super(String.join(System.lineSeparator(), sentences));
  }
}
