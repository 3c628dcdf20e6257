/**
 * The arithmetic of a transparency log, without any I/O: the Merkle tree of RFC 6962, and tiles,
 * checkpoints, signed notes and proofs as C2SP writes them.
 */
@NullMarked
package za.lexohub.audit.tlog;

import org.jspecify.annotations.NullMarked;
