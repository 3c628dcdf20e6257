/** The OpenSearch node that holds the search indexes. */
@NullMarked
package za.lexohub.embedded.opensearch;

import org.jspecify.annotations.NullMarked;
