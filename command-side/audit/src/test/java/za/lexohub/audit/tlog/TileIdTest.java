package za.lexohub.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of tiles, as C2SP tlog-tiles gives them. */
class TileIdTest {

  @Test
  void aTilesPathIsTheOneOfTheSpecification() {
    assertThat(new TileId(0, 0, 256).path()).isEqualTo("tile/0/000");
    assertThat(new TileId(0, 1, 17).path()).isEqualTo("tile/0/001.p/17");
    assertThat(new TileId(1, 1_234_067, 256).path()).isEqualTo("tile/1/x001/x234/067");
    assertThat(new TileId(2, 1000, 255).path()).isEqualTo("tile/2/x001/000.p/255");
  }

  /** The specification's example: a tree of 70,000 leaves. */
  @Test
  void theEdgeOfATreeHasAPartialTilePerLevel() {
    assertThat(TileId.edge(70_000).stream().map(TileId::path))
        .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    assertThat(TileId.edge(0)).isEmpty();
    assertThat(TileId.edge(256).stream().map(TileId::path)).containsExactly("tile/1/000.p/1");
  }

  @Test
  void aLeafIsProvedByItsTileThoseAboveAndTheEdge() {
    assertThat(TileId.proving(70_000, List.of(0L)).stream().map(TileId::path))
        .containsExactly(
            "tile/0/000", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
  }
}
