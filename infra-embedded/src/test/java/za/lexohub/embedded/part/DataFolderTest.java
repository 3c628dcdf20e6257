package za.lexohub.embedded.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path home;

  @Test
  void a_folder_that_lexohub_did_not_make_is_not_emptied() throws IOException {
    Path letter = Files.writeString(home.resolve("letter.txt"), "Dear Nomvula");

    assertThatThrownBy(() -> DataFolder.open(home, true))
        .isInstanceOf(PartFailed.class)
        .hasMessageContaining("does not empty the folder " + home)
        .hasMessageContaining("-Dlexohub.data=");
    assertThat(letter).hasContent("Dear Nomvula");
    assertThat(home.resolve("lock")).doesNotExist();
  }

  @Test
  void a_folder_with_a_strangers_files_does_not_become_ours_by_being_used() throws IOException {
    Files.writeString(home.resolve("letter.txt"), "Dear Nomvula");
    DataFolder.open(home, false).close();

    assertThatThrownBy(() -> DataFolder.open(home, true)).isInstanceOf(PartFailed.class);
  }

  @Test
  void a_folder_that_lexohub_made_is_emptied_when_asked_and_only_then() throws IOException {
    Path root = home.resolve("data");
    Path kept;
    try (DataFolder folder = DataFolder.open(root, false)) {
      kept = Files.writeString(folder.folder("postgres").resolve("table"), "rows");
    }
    DataFolder.open(root, false).close();
    assertThat(kept).exists();
    DataFolder.open(root, true).close();
    assertThat(kept).doesNotExist();
    DataFolder.open(root, true).close();
  }

  @Test
  void an_empty_folder_becomes_ours() {
    DataFolder.open(home, true).close();
    DataFolder.open(home, true).close();
    assertThat(home.resolve("lexohub-data")).exists();
  }
}
