/** Clients and attorneys as request bodies name them, and how they are sealed. */
@NullMarked
package za.lexohub.api.party;

import org.jspecify.annotations.NullMarked;
