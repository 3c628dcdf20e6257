/** Events in, documents of a real OpenSearch out; every event twice, late and out of time. */
@NullMarked
package za.lexohub.projectors.search;

import org.jspecify.annotations.NullMarked;
