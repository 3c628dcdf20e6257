/** What became of the personal data of each file. */
@NullMarked
package za.lexohub.readmodels.erasure;

import org.jspecify.annotations.NullMarked;
