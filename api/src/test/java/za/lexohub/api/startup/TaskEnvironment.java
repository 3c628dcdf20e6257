package za.lexohub.api.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which variables Terraform tells to the tasks of which role, read out of its text. */
public final class TaskEnvironment {

  private static final Path TERRAFORM = Path.of("..", "infra-terraform");
  private static final Pattern NAME = Pattern.compile("\\b((?:LEXOHUB|SPRING)_[A-Z0-9_]+)\\s*=");
  private static final Pattern ROLE = Pattern.compile("\"([a-z]+)\"");
  private static final Pattern LOCAL = Pattern.compile("local\\.(\\w+)");
  private static final List<String> ROLES =
      List.of("command", "process", "worker", "projection", "query");

  private final Map<String, Set<String>> told = new HashMap<>();
  private final String text;

  private TaskEnvironment(String text) {
    this.text = text;
  }

  public static TaskEnvironment read() {
    try {
      TaskEnvironment environment =
          new TaskEnvironment(
              Files.readString(TERRAFORM.resolve("modules/service/environment.tf")));
      environment.readTasks();
      Matcher common =
          NAME.matcher(
              Files.readString(TERRAFORM.resolve("stack/main.tf"))
                  .replaceFirst("(?s).*?\\n  environment = \\{", "")
                  .replaceFirst("(?s)\\n  }.*", ""));
      while (common.find()) {
        environment.tell(common.group(1), ROLES);
      }
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean tells(String role, String variable) {
    return told.getOrDefault(role, Set.of()).contains(variable);
  }

  /** A condition holds for its line, or for the block that its line opens. */
  private void readTasks() {
    List<String> inBlock = ROLES;
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("}")) {
        inBlock = ROLES;
      }
      int question = line.indexOf('?');
      List<String> here = question < 0 ? inBlock : rolesOf(line.substring(0, question));
      Matcher names = NAME.matcher(line);
      int otherwise = line.indexOf("} : {");
      while (names.find()) {
        boolean other = otherwise >= 0 && names.start() > otherwise;
        tell(names.group(1), other ? othersThan(here) : here);
      }
      if (question >= 0 && line.endsWith("{")) {
        inBlock = here;
      }
    }
  }

  private static List<String> othersThan(List<String> roles) {
    return ROLES.stream().filter(role -> !roles.contains(role)).toList();
  }

  /** As in {@code role == "worker"} or {@code contains(local.caches, role)}. */
  private List<String> rolesOf(String condition) {
    Matcher local = LOCAL.matcher(condition);
    String names =
        local.find()
            ? text.replaceFirst("(?s).*\\n  " + local.group(1) + "\\s*= ([^\\n]*).*", "$1")
            : condition;
    return ROLE.matcher(names).results().map(role -> role.group(1)).toList();
  }

  private void tell(String variable, List<String> roles) {
    roles.forEach(role -> told.computeIfAbsent(role, r -> new HashSet<>()).add(variable));
  }

  @Override
  public String toString() {
    return Arrays.toString(told.entrySet().toArray());
  }
}
