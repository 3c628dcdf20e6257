package za.lexohub.audit.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The eight leaves that the reference implementations of Certificate Transparency share, and trees
 * of any size against the definition.
 */
class MerkleTreeTest {

  private static final List<Hash> LEAVES =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
          .toList();

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theRootsOfTheReferenceLeavesAreTheKnownOnes() {
    Frontier frontier = new Frontier();
    assertThat(frontier.root().hex()).isEqualTo(ROOTS.getFirst());
    for (int n = 1; n <= LEAVES.size(); n++) {
      frontier.append(LEAVES.get(n - 1));
      assertThat(frontier.root().hex()).as("size " + n).isEqualTo(ROOTS.get(n));
    }
  }

  @Test
  void theAuditPathsOfTheReferenceLeavesAreTheKnownOnes() {
    assertThat(inclusion(0, 1)).isEmpty();
    assertThat(inclusion(0, 8))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(inclusion(5, 8))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(inclusion(2, 3)).containsExactly(ROOTS.get(2));
    assertThat(inclusion(1, 5))
        .containsExactly(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void theConsistencyProofsOfTheReferenceTreesAreTheKnownOnes() {
    assertThat(consistency(1, 1)).isEmpty();
    assertThat(consistency(1, 8))
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(consistency(6, 8))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(consistency(2, 5))
        .containsExactly(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
  }

  @Test
  void whatATreeDoesNotHaveIsRefused() {
    Nodes nodes = tiled(LEAVES, List.of());
    assertThatThrownBy(() -> MerkleTree.inclusion(8, 8, nodes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.inclusion(-1, 8, nodes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(0, 8, nodes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(8, 7, nodes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 60)
  void aTreeGrownInAnyStepsIsTheDefinedOne(
      @ForAll @IntRange(max = 1400) int size,
      @ForAll @Size(max = 6) List<@IntRange(max = 1400) Integer> stops) {
    List<Hash> leaves = leaves(size);
    Nodes nodes = tiled(leaves, stops);

    assertThat(MerkleTree.root(size, nodes).bytes()).isEqualTo(NaiveTree.root(leaves));
  }

  @Property(tries = 200)
  void everyPathLeadsToTheRootAndFromNoOtherPlace(
      @ForAll @IntRange(min = 1, max = 1400) int size,
      @ForAll @LongRange(max = 1399) long at,
      @ForAll @Size(max = 3) List<@IntRange(max = 1400) Integer> stops) {
    long index = at % size;
    List<Hash> leaves = leaves(size);
    List<Hash> path = MerkleTree.inclusion(index, size, tiled(leaves, stops));

    byte[] root = NaiveTree.root(leaves);
    Hash leaf = leaves.get((int) index);
    assertThat(NaiveTree.rootOfInclusion(index, size, leaf, path)).isEqualTo(root);
    if (size > 1) {
      long other = (index + 1) % size;
      assertThat(NaiveTree.rootOfInclusion(other, size, leaf, path)).isNotEqualTo(root);
    }
  }

  @Property(tries = 200)
  void everyTreeIsShownToBeginWithEveryOlderOneAndWithNoOther(
      @ForAll @IntRange(min = 1, max = 1400) int size,
      @ForAll @LongRange(max = 1399) long at,
      @ForAll @Size(max = 3) List<@IntRange(max = 1400) Integer> stops) {
    int from = (int) (at % size) + 1;
    List<Hash> leaves = leaves(size);
    Nodes nodes = tiled(leaves, stops);
    List<Hash> proof = MerkleTree.consistency(from, size, nodes);

    byte[] older = NaiveTree.root(leaves.subList(0, from));
    byte[] newer = NaiveTree.root(leaves);
    assertThat(MerkleTree.root(from, nodes).bytes()).isEqualTo(older);
    assertThat(NaiveTree.isConsistent(from, size, older, newer, proof)).isTrue();
    byte[] rewritten = NaiveTree.root(leaves(from + 1).subList(1, from + 1));
    assertThat(NaiveTree.isConsistent(from, size, rewritten, newer, proof)).isFalse();
  }

  @Property(tries = 60)
  void theTilesThatProveALeafSufficeToProveIt(
      @ForAll @IntRange(min = 1, max = 70_000) int size, @ForAll @LongRange(max = 69_999) long at) {
    long index = at % size;
    Map<TileId, byte[]> all = new HashMap<>();
    Frontier frontier = new Frontier();
    Hash leaf = leaf(7);
    for (int i = 0; i < size; i++) {
      frontier.append(leaf);
    }
    all.putAll(frontier.takeTiles());
    var proving = TileId.proving(size, List.of(index));
    all.keySet().retainAll(proving);

    List<Hash> path = MerkleTree.inclusion(index, size, new TiledNodes(size, all::get));

    assertThat(all.keySet()).isEqualTo(proving);
    assertThat(NaiveTree.rootOfInclusion(index, size, leaf, path))
        .isEqualTo(frontier.root().bytes());
  }

  /** Where tiles of the first, second and third level become full. */
  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537})
  void aTreeAtTheEdgeOfATileIsTheDefinedOneHoweverItCame(int size) {
    List<Hash> leaves = leaves(size);
    byte[] root = NaiveTree.root(leaves);
    Map<TileId, byte[]> stored = new HashMap<>();
    Frontier grown = new Frontier();
    for (Hash leaf : leaves) {
      grown.append(leaf);
    }
    stored.putAll(grown.takeTiles());
    assertThat(grown.root().bytes()).isEqualTo(root);
    Frontier taken = Frontier.of(size, stored::get);
    assertThat(taken.size()).isEqualTo(size);
    assertThat(taken.root().bytes()).isEqualTo(root);
    grown.append(leaf(size));
    taken.append(leaf(size));
    assertThat(taken.root()).isEqualTo(grown.root());
    assertThat(taken.takeTiles().keySet()).isEqualTo(grown.takeTiles().keySet());
    assertThat(MerkleTree.root(size, tiled(leaves, List.of(size - 1))).bytes()).isEqualTo(root);

    for (long index : new long[] {0, 254, 255, 256, 511, 512, 65_535, 65_536, size - 1}) {
      if (index < size) {
        Map<TileId, byte[]> given = new HashMap<>(stored);
        var proving = TileId.proving(size, List.of(index));
        given.keySet().retainAll(proving);
        assertThat(given.keySet()).isEqualTo(proving);
        List<Hash> path = MerkleTree.inclusion(index, size, new TiledNodes(size, given::get));
        Hash leaf = leaves.get((int) index);
        assertThat(NaiveTree.rootOfInclusion(index, size, leaf, path)).isEqualTo(root);
      }
    }
  }

  /** Grown in steps, as a sealer does, each from the tiles of the one before. */
  private static Nodes tiled(List<Hash> leaves, List<Integer> stops) {
    Map<TileId, byte[]> stored = new HashMap<>();
    Frontier frontier = new Frontier();
    List<Integer> steps =
        Stream.concat(stops.stream().filter(s -> s < leaves.size()), Stream.of(leaves.size()))
            .sorted()
            .distinct()
            .toList();
    for (int step : steps) {
      frontier = Frontier.of(frontier.size(), stored::get);
      for (Hash leaf : leaves.subList((int) frontier.size(), step)) {
        frontier.append(leaf);
      }
      stored.putAll(frontier.takeTiles());
    }
    return new TiledNodes(leaves.size(), stored::get);
  }

  private static List<String> inclusion(long leaf, int size) {
    return hex(MerkleTree.inclusion(leaf, size, tiled(LEAVES.subList(0, size), List.of())));
  }

  private static List<String> consistency(long from, int to) {
    return hex(MerkleTree.consistency(from, to, tiled(LEAVES.subList(0, to), List.of())));
  }

  private static List<String> hex(List<Hash> hashes) {
    return hashes.stream().map(Hash::hex).toList();
  }

  private static List<Hash> leaves(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  private static Hash leaf(int number) {
    return Hash.leaf(ByteBuffer.allocate(4).putInt(number).array());
  }
}
