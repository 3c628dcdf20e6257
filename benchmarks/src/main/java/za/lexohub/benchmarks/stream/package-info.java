/** Many who watch one node: the node as a process, and its clients on plain sockets. */
@NullMarked
package za.lexohub.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
