/** Questions put to a real OpenSearch. */
@NullMarked
package za.lexohub.query.search;

import org.jspecify.annotations.NullMarked;
