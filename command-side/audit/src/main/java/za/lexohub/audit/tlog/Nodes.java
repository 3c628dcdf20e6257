package za.lexohub.audit.tlog;

/** The inner nodes of a tree that stand over a full power of two of leaves. */
@FunctionalInterface
public interface Nodes {

  /**
   * The node over the leaves {@code index << level} to {@code ((index + 1) << level) - 1}; level 0
   * are the leaves themselves. Only asked for when all of them are in the tree.
   */
  Hash node(int level, long index);
}
