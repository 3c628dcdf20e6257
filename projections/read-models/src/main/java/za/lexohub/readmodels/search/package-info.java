/** The search indexes: their mappings, how a document is put together, and how it is written. */
@NullMarked
package za.lexohub.readmodels.search;

import org.jspecify.annotations.NullMarked;
