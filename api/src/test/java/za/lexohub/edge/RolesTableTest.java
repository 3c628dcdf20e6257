package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.api.security.Role;

/** {@code docs/roles.md} is made of the code that decides; {@code -Ddocs.write} writes it anew. */
class RolesTableTest extends EdgeTest {
  private static final Path COMMITTED = Path.of("../docs/roles.md");
  private static final String API = "/api/v1";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  void theTableSaysWhatEveryRoleMayDoAndWhere() throws IOException {
    String table = table();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(COMMITTED, table);
    }

    assertThat(table)
        .as("roles or addresses have changed: write the table anew with -Ddocs.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }

  private String table() {
    StringBuilder text =
        new StringBuilder(
            """
            # Roles

            Which role may do what, and at which address under `/api/v1`. This page is made of the table that decides
            (`Permission`) and of the controllers that ask it (`RolesTableTest`); a request without the permission is
            answered 403 before its body is read. A token names its roles in the claim `roles` and the books in the claim
            `tenant`; who has two roles may do what either may. Addresses below `/public` ask for a link instead of a role.

            An `attorney` reaches only what a grant on the matter shows; everything else answers 404.

            """);
    text.append("| permission |")
        .append(
            Arrays.stream(Role.values())
                .map(it -> " " + it.claim() + " |")
                .collect(Collectors.joining()))
        .append(" addresses |\n|---|")
        .append("---|".repeat(Role.values().length + 1))
        .append('\n');
    Map<Permission, SortedSet<String>> addresses = addresses();
    for (Permission permission : Permission.values()) {
      text.append("| `").append(permission).append("` |");
      for (Role role : Role.values()) {
        text.append(permission.isGivenTo(role) ? " x |" : " |");
      }
      text.append(' ')
          .append(
              addresses.getOrDefault(permission, new TreeSet<>()).stream()
                  .map(it -> "`" + it + "`")
                  .collect(Collectors.joining("<br>")))
          .append(" |\n");
    }
    return text.toString();
  }

  private Map<Permission, SortedSet<String>> addresses() {
    Map<Permission, SortedSet<String>> addresses = new EnumMap<>(Permission.class);
    mapping
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              Needs needs = method.getMethodAnnotation(Needs.class);
              if (needs != null) {
                addresses(info)
                    .forEach(
                        address ->
                            addresses
                                .computeIfAbsent(needs.value(), it -> new TreeSet<>())
                                .add(address));
              }
            });
    return addresses;
  }

  private static Stream<String> addresses(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .filter(pattern -> pattern.startsWith(API))
        .flatMap(
            pattern ->
                info.getMethodsCondition().getMethods().stream()
                    .map(RequestMethod::name)
                    .map(method -> method + " " + pattern.substring(API.length())));
  }
}
