/** What a search document is made of, and how it is kept in a real OpenSearch. */
@NullMarked
package za.lexohub.readmodels.search;

import org.jspecify.annotations.NullMarked;
