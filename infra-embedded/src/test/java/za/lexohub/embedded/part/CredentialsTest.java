package za.lexohub.embedded.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir Path root;

  @Test
  void what_was_made_up_stays() throws IOException {
    assertThat(Credentials.in(root)).isEqualTo(Credentials.in(root));
  }

  @Test
  void an_analyst_does_not_log_in_as_the_application() throws IOException {
    Credentials credentials = Credentials.in(root);

    assertThat(credentials.analystPassword())
        .hasSizeGreaterThan(20)
        .isNotEqualTo(credentials.databasePassword());
  }

  @Test
  void a_folder_that_is_older_than_the_analysts_keeps_its_passwords_and_gets_theirs()
      throws IOException {
    Files.writeString(
        root.resolve("credentials.properties"),
        "database-password=kept\naccess-key-id=KEY\nsecret-access-key=signed\n");

    Credentials credentials = Credentials.in(root);

    assertThat(credentials.databasePassword()).isEqualTo("kept");
    assertThat(credentials.accessKeyId()).isEqualTo("KEY");
    assertThat(credentials.secretAccessKey()).isEqualTo("signed");
    assertThat(credentials.analystPassword()).hasSizeGreaterThan(20);
    assertThat(Credentials.in(root)).isEqualTo(credentials);
  }
}
